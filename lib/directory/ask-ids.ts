import { type User, userId } from "../keycard/index.ts";
import { API_ID_MAX_CHARS } from "../limits.ts";
import type { Answer } from "./answer.ts";
import { type AskParts, list, retrieve } from "./asking.ts";
import { toFailure } from "./failure.ts";
import { confirmedWhole } from "./read-whole.ts";
import type { AskOptions, CallError } from "./traffic/traffic.ts";
import type { Contract } from "./zone-contract.ts";

/**
 * Looks up to IDS_PER_REQUEST users up by ID, in one list call: only the list includes counts. Anyone missing from it
 * is decided by `retrieve`, unless the list ignored its filter and was the whole directory.
 */
export async function askIds(
  parts: AskParts,
  ids: string[],
  options: AskOptions,
): Promise<Map<string, Answer>> {
  const known = options.fresh ? undefined : await parts.memory.directory();
  if (known) return settle(parts, ids, { ...known, asOf: known.learnedAt }, options);
  // A list that is known to return its first 100 users for any filter is no shortcut to a single person.
  const contract = options.fresh ? undefined : (await parts.memory.recall())?.contract;
  if (contract === "first-100" && ids.length === 1)
    return settle(parts, ids, { users: [], contract, asOf: parts.now() }, options);
  // An ID that is too long for a filter must not make it fail for all.
  const sent = ids.filter((id) => id.length <= API_ID_MAX_CHARS).map(userId);
  if (sent.length === 0)
    return settle(parts, ids, { users: [], contract: "contradicts", asOf: parts.now() }, options);
  const reply = await list(parts, () => ({ ids: sent }), options, 1);
  if (reply.ok) return settle(parts, ids, { ...reply.value, asOf: parts.now() }, options);
  // The filter refuses IDs of this format; `retrieve` may still find the user.
  if (reply.error.why === "badRequest")
    return settle(parts, ids, { users: [], contract: "contradicts", asOf: parts.now() }, options);
  const failed = failure(reply.error, parts.now());
  if (reply.error.why !== "forbidden") return new Map(ids.map((id) => [id, failed]));
  // A key that can't read the list may be able to read a single user. If it doesn't find one, nothing is known: the
  // zone itself may be missing.
  const answers = ids.map(async (id): Promise<[string, Answer]> => {
    const one = await judgeMissing(parts, id, options);
    return [id, one.state === "found" ? one : failed];
  });
  return new Map(await Promise.all(answers));
}

/** What a list returned, when, and what that shows about the zone. */
interface Shown {
  users: User[];
  contract: Contract;
  /** ms since the epoch */
  asOf: number;
}

async function settle(
  parts: AskParts,
  ids: string[],
  shown: Shown,
  options: AskOptions,
): Promise<Map<string, Answer>> {
  const { users, contract, asOf } = await confirmed(parts, ids, shown, options);
  const isRead = contract === "filters" || contract === "unclear";
  const byId = new Map<string, User>(users.map((user) => [user.id, user]));
  const answers = ids.map(async (id): Promise<[string, Answer]> => {
    const user = byId.get(id);
    if (user) return [id, { state: "found", users: [user], asOf }];
    const isWhole = contract === "whole-directory";
    return [
      id,
      isWhole ? { state: "absent", asOf } : await judgeMissing(parts, id, options, isRead),
    ];
  });
  return new Map(await Promise.all(answers));
}

/** If someone is missing from what may be the whole directory, one more request may decide for all. */
async function confirmed(
  parts: AskParts,
  ids: readonly string[],
  shown: Shown,
  options: AskOptions,
): Promise<Shown> {
  const isOpen = ids.some((id) => shown.users.every((user) => user.id !== id));
  if (shown.contract !== "ignores" || !isOpen) return shown;
  const users = await confirmedWhole(parts, { items: shown.users, totalCount: 0 }, options);
  return users ? { users, contract: "whole-directory", asOf: parts.now() } : shown;
}

/**
 * Called only after the list has answered, which shows that the zone exists: a 404 is then about the user.
 *
 * @param isRead whether the list has applied its filter, and doesn't contain the user either
 */
async function judgeMissing(
  parts: AskParts,
  id: string,
  options: AskOptions,
  isRead = false,
): Promise<Answer> {
  const reply = await retrieve(parts, userId(id), options);
  if (reply.ok) return { state: "found", users: [reply.value], asOf: parts.now() };
  const { why } = reply.error;
  // On its own, a web page proves nothing: something in front of the API may not know the path.
  if (why === "notFound" && reply.error.isPage && !isRead)
    return { state: "failed", failure: { why: "invalidReply" } };
  if (why === "notFound") return { state: "absent", asOf: parts.now() };
  return why === "forbidden"
    ? { state: "inconclusive", doubt: "not-allowed", asOf: parts.now() }
    : failure(reply.error, parts.now());
}

function failure(error: CallError, now: number): Answer {
  return { state: "failed", failure: toFailure(error, now) };
}
