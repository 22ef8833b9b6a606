import type { Page, User } from "../keycard/index.ts";
import { type AskParts, listPage } from "./asking.ts";
import { eachOnce } from "./each-once.ts";
import type { AskOptions, CallResult } from "./traffic/traffic.ts";
import { isLearnable, judge, lacksNobody, seemsWhole } from "./zone-contract.ts";

/** Everybody of a zone, or what stands against a reply having been that. */
export type Whole =
  | { state: "whole"; users: User[] }
  /** Why the list is not everybody: it was cut, or its replies do not fit together. */
  | { state: "not"; contract: "first-100" | "contradicts" };

/**
 * Asks for the list without any filter, to find out whether what a reply held is the whole directory. That is believed
 * only where this second reply, to another question, seems whole too and lacks nobody of the first: a single odd reply
 * must not make everybody else absent. Costs one request; what a zone that ignores its parameters shows is kept.
 *
 * @param suspect the first reply, or what is kept of it
 */
export async function readWhole(
  parts: AskParts,
  suspect: Pick<Page<User>, "items" | "totalCount">,
  options: AskOptions,
): Promise<CallResult<Whole>> {
  const reply = await listPage(parts, () => ({}), options);
  if (!reply.ok) return reply;
  const { page } = reply.value;
  const ignores = page.totalCount === 0;
  const isWhole =
    seemsWhole(page) &&
    ignores === (suspect.totalCount === 0) &&
    lacksNobody(page.items, suspect.items);
  // Nobody was excluded here: what the reply shows of the zone is whether it counts, pages or was cut.
  const shown = judge(page, () => true, false);
  const learned = isWhole && ignores ? "whole-directory" : shown;
  if (page.unread === 0 && isLearnable(learned) && !options.isPrivate)
    await parts.memory.learn(learned, page);
  const isCut = shown === "first-100" || shown === "cut";
  const value: Whole = isWhole
    ? { state: "whole", users: eachOnce(page.items) }
    : { state: "not", contract: isCut ? "first-100" : "contradicts" };
  return { ok: true, value };
}

/** The same; undefined where it is not confirmed, for whatever reason. */
export async function confirmedWhole(
  ...asked: Parameters<typeof readWhole>
): Promise<User[] | undefined> {
  const reply = await readWhole(...asked);
  return reply.ok && reply.value.state === "whole" ? reply.value.users : undefined;
}
