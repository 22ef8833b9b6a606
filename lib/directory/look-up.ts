import {
  type KeycardClient,
  type KeycardError,
  type ListUsersParams,
  type User,
  userId,
  type ZoneId,
} from "../keycard/index.ts";
import { LIST_PAGE_MAX } from "../limits.ts";
import type { Answer, Query } from "./answer.ts";
import { toFailure } from "./failure.ts";
import { matches, newestFirst } from "./match.ts";
import { judge } from "./zone-contract.ts";

/** What a look-up needs of the outside. */
export interface LookUpParts {
  client: KeycardClient;
  zone: ZoneId;
  /** ms since the epoch */
  now: () => number;
}

/** All that the list can tell about a user beside the user. Keycard API notes, section 3. */
export const EXPAND = ["total_count", "role-assignments", "session_count", "grant_count"] as const;

/**
 * Looks one person up, with as few requests as certainty allows.
 *
 * - By ID: the list, which alone carries counts; whom it does not show, `retrieve` judges.
 * - By e-mail: the exact filter; whether that one minds case is unknown, so before "absent" is said, the substring
 *   query is asked too, and its users compared without case.
 * - By subject: the substring query, exact matches only.
 */
export async function lookUp(
  parts: LookUpParts,
  query: Query,
  signal?: AbortSignal,
): Promise<Answer> {
  for (const params of listCalls(query)) {
    const answer = await askList(parts, query, params, signal);
    if (answer) return answer;
  }
  return query.kind === "id" ? askRetrieve(parts, query, signal) : absent(parts);
}

function listCalls(query: Query): ListUsersParams[] {
  const whole = { expand: EXPAND, limit: LIST_PAGE_MAX };
  const { value } = query;
  switch (query.kind) {
    case "id":
      return [{ expand: EXPAND, ids: [userId(value)] }];
    case "email":
      return [
        { ...whole, emails: [...new Set([value, value.toLowerCase()])] },
        { ...whole, queryEmail: [value] },
      ];
    case "subject":
      return [{ ...whole, querySubject: [value] }];
  }
}

/** The answer that one list call gives, or undefined when it leaves the question open. */
async function askList(
  parts: LookUpParts,
  query: Query,
  params: ListUsersParams,
  signal: AbortSignal | undefined,
): Promise<Answer | undefined> {
  const { client, zone, now } = parts;
  const reply = await client.listUsers(zone, params, { signal });
  if (!reply.ok)
    return settledByRetrieve(query, reply.error) ? undefined : failed(reply.error, now());
  const page = reply.value;
  const users = page.items.filter((user) => matches(user, query));
  const contract = judge(page, (user) => isWanted(user, query, params));
  const cutShort = contract === "first-100" || (contract === "filters" && page.after !== undefined);
  const [first, ...others] = newestFirst(users);
  if (first)
    return {
      state: "found",
      users: [first, ...others],
      asOf: now(),
      ...(cutShort && query.kind !== "id" && { doubt: "first-100-only" as const }),
    };
  if (contract === "whole-directory") return absent(parts);
  if (query.kind === "id") return undefined;
  if (contract === "first-100" || cutShort)
    return { state: "inconclusive", doubt: "first-100-only", asOf: now() };
  return undefined;
}

/** Whether the filter that was sent lets a user through: the substring queries let more through than is asked for. */
function isWanted(user: User, query: Query, params: ListUsersParams): boolean {
  const has = (field: string | undefined) =>
    field?.toLowerCase().includes(query.value.toLowerCase()) ?? false;
  if (params.queryEmail) return has(user.email);
  if (params.querySubject) return has(user.subject);
  return matches(user, query);
}

/** A 400 to an ID of a shape that the filter does not take: `retrieve` may still know it. */
function settledByRetrieve(query: Query, error: KeycardError): boolean {
  return query.kind === "id" && error.kind === "bad-request";
}

/** Only after the list has answered: a 404 is then about the user, since the zone is there. */
async function askRetrieve(
  parts: LookUpParts,
  query: Query,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const { client, zone, now } = parts;
  const reply = await client.retrieveUser(zone, userId(query.value), { signal });
  if (reply.ok) return { state: "found", users: [reply.value], asOf: now() };
  return reply.error.kind === "not-found" ? absent(parts) : failed(reply.error, now());
}

function absent({ now }: LookUpParts): Answer {
  return { state: "absent", asOf: now() };
}

function failed(error: KeycardError, now: number): { state: "failed" } & Answer {
  return { state: "failed", failure: toFailure(error, now) };
}
