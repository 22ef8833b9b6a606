import type { Page, User } from "../keycard/index.ts";
import { type AskParts, listPage } from "./asking.ts";
import type { AskOptions, CallResult } from "./traffic/traffic.ts";
import { uniqueUsers } from "./unique-users.ts";
import { containsAll, isLearnable, judge, seemsWhole } from "./zone-contract.ts";

/** Everyone in a zone, or why a reply wasn't that. */
export type Whole =
  | { state: "whole"; users: User[] }
  /** The list isn't everyone: it was truncated, or its replies don't agree. */
  | { state: "not"; contract: "first-100" | "contradicts" };

/**
 * Requests the list without any filter, to find out whether a previous reply contained the whole directory. That is
 * believed only if this second reply, to another request, seems complete too and lacks no one from the first: a single
 * odd reply must not make everyone else absent. Costs one request. The users of a zone that ignores its parameters are
 * cached.
 *
 * @param suspect the first reply, or what is cached of it
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
    containsAll(page.items, suspect.items);
  // No one was excluded here: the reply only shows whether the zone counts, pages or has truncated it.
  const shown = judge(page, () => true, false);
  const learned = isWhole && ignores ? "whole-directory" : shown;
  if (page.unread === 0 && isLearnable(learned) && !options.isPrivate)
    await parts.memory.learn(learned, page);
  const isCut = shown === "first-100" || shown === "cut";
  const value: Whole = isWhole
    ? { state: "whole", users: uniqueUsers(page.items) }
    : { state: "not", contract: isCut ? "first-100" : "contradicts" };
  return { ok: true, value };
}

/** The same, but undefined if it isn't confirmed, for whatever reason. */
export async function confirmedWhole(
  ...asked: Parameters<typeof readWhole>
): Promise<User[] | undefined> {
  const reply = await readWhole(...asked);
  return reply.ok && reply.value.state === "whole" ? reply.value.users : undefined;
}
