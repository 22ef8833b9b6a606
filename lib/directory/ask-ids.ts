import { type User, userId } from "../keycard/index.ts";
import type { Answer } from "./answer.ts";
import { type AskParts, list, retrieve } from "./asking.ts";
import { toFailure } from "./failure.ts";
import type { AskOptions, CallError } from "./traffic/traffic.ts";

/**
 * Looks up to IDS_PER_REQUEST users up by ID, in one list call: it alone carries counts. Whom it does not show is
 * judged by `retrieve`, unless the list ignored its filter and was the whole directory.
 */
export async function askIds(
  parts: AskParts,
  ids: string[],
  options: AskOptions,
): Promise<Map<string, Answer>> {
  const asked = new Set<string>(ids);
  const known = options.fresh ? undefined : await parts.memory.directory();
  if (known) {
    const isWhole = known.contract === "whole-directory";
    return settle(parts, ids, { users: known.users, isWhole, asOf: known.learnedAt }, options);
  }
  // A list known to show its first 100 only, whoever is asked for, is no shorter way to one person.
  const contract = (await parts.memory.recall())?.contract;
  if (contract === "first-100" && ids.length === 1)
    return settle(parts, ids, { users: [], isWhole: false, asOf: parts.now() }, options);
  const reply = await list(
    parts,
    { ids: ids.map(userId) },
    (user) => asked.has(user.id),
    options,
    1,
  );
  if (reply.ok) {
    const isWhole = reply.value.contract === "whole-directory";
    return settle(parts, ids, { users: reply.value.users, isWhole, asOf: parts.now() }, options);
  }
  // An ID of a shape that the filter does not take: `retrieve` may still know it.
  if (reply.error.why === "badRequest")
    return settle(parts, ids, { users: [], isWhole: false, asOf: parts.now() }, options);
  const failed = failure(reply.error, parts.now());
  return new Map(ids.map((id) => [id, failed]));
}

/** What a list showed, when, and whether that is everybody. */
interface Shown {
  users: User[];
  isWhole: boolean;
  /** ms since the epoch */
  asOf: number;
}

async function settle(
  parts: AskParts,
  ids: string[],
  { users, isWhole, asOf }: Shown,
  options: AskOptions,
): Promise<Map<string, Answer>> {
  const shown = new Map<string, User>(users.map((user) => [user.id, user]));
  const answers = ids.map(async (id): Promise<[string, Answer]> => {
    const user = shown.get(id);
    if (user) return [id, { state: "found", users: [user], asOf }];
    return [id, isWhole ? { state: "absent", asOf } : await judgeMissing(parts, id, options)];
  });
  return new Map(await Promise.all(answers));
}

/** Only after the list has answered: a 404 is then about the user, since the zone is there. */
async function judgeMissing(parts: AskParts, id: string, options: AskOptions): Promise<Answer> {
  const reply = await retrieve(parts, userId(id), options);
  if (reply.ok) return { state: "found", users: [reply.value], asOf: parts.now() };
  return reply.error.why === "notFound"
    ? { state: "absent", asOf: parts.now() }
    : failure(reply.error, parts.now());
}

function failure(error: CallError, now: number): Answer {
  return { state: "failed", failure: toFailure(error, now) };
}
