import {
  type Ask,
  countsMore,
  type KeycardClient,
  type ListUsersParams,
  type Page,
  type User,
  type UserId,
  type ZoneId,
} from "../keycard/index.ts";
import { LIST_PAGE_MAX } from "../limits.ts";
import { filterOf } from "./filter-of.ts";
import { mayReturn } from "./may-return.ts";
import type { StepDown } from "./step-down.ts";
import type { AskOptions, CallResult, Traffic } from "./traffic/traffic.ts";
import { uniqueUsers } from "./unique-users.ts";
import { type Contract, containsAll, isLearnable, judge } from "./zone-contract.ts";
import type { ZoneMemory } from "./zone-memory.ts";

/** Maximum number of pages that are read for an e-mail or subject query; beyond that the answer is inconclusive. */
export const MATCH_PAGES_MAX = 5;

/** What is needed to query a zone. */
export interface AskParts {
  client: KeycardClient;
  zone: ZoneId;
  traffic: Traffic;
  memory: ZoneMemory;
  stepDown: StepDown;
  /** ms since the epoch */
  now: () => number;
}

/** The result of a list call: the users of all pages that were read, and what they show about the zone. */
export interface Listed {
  users: User[];
  contract: Contract;
  /** Cursor to the pages that weren't read. */
  after: string | undefined;
  /** How many users the zone counts, over all pages; undefined if it doesn't say, or doesn't filter. */
  total?: number | undefined;
  /** The last page. */
  page: Page<User>;
  /** The parameters that were sent, which depend on what the zone supports. */
  params: ListUsersParams;
}

/** Requests one page of users from a zone that may not support every parameter. */
export function listPage(
  { client, zone, traffic, stepDown }: AskParts,
  paramsFor: (ask: Ask) => ListUsersParams,
  options: AskOptions,
): Promise<CallResult<{ page: Page<User>; ask: Ask }>> {
  const { signal } = options;
  return traffic.run(
    () =>
      stepDown(
        "list",
        async (ask) => {
          const params = paramsFor(ask);
          const limit = params.ids === undefined && { limit: LIST_PAGE_MAX };
          const reply = await client.listUsers(zone, { ...params, ...limit }, { ask, signal });
          return reply.ok ? { ok: true, value: { page: reply.value, ask } } : reply;
        },
        options,
      ),
    { ...options, part: "list" },
  );
}

/**
 * Lists users, and learns from each reply whether the zone filters.
 *
 * @param paramsFor returns the parameters for a zone with the given level of support; the rest of a list uses the same
 * ones
 * @param pages maximum number of pages to read
 */
export async function list(
  parts: AskParts,
  paramsFor: (ask: Ask) => ListUsersParams,
  options: AskOptions,
  pages = MATCH_PAGES_MAX,
): Promise<CallResult<Listed>> {
  const users: User[] = [];
  let unread = 0;
  let cursor: string | undefined;
  for (let n = 1; ; n++) {
    const rest = cursor === undefined ? {} : { after: cursor };
    const reply = await listPage(parts, (ask) => ({ ...paramsFor(ask), ...rest }), options);
    if (!reply.ok) return reply;
    const { page, ask } = reply.value;
    const params = paramsFor(ask);
    users.push(...page.items);
    unread += page.unread;
    const contract = await judgeByAll(parts.memory, page, params);
    if (!options.isPrivate) await learn(parts.memory, contract, page, params);
    const after = contract === "filters" || contract === "unclear" ? page.after : undefined;
    // An unfiltered list isn't read to its end: only its first page is useful.
    if (after !== undefined && n < pages && filterOf(params) !== "") {
      cursor = after;
      continue;
    }
    const all = uniqueUsers(users);
    const isShort =
      params.after === undefined && after === undefined && countsMore(page, all.length);
    // Whoever is missing may be a user that can't be parsed.
    const shown =
      (isShort || unread > 0) && contract !== "unknown-filter" ? "contradicts" : contract;
    const total = shown === "filters" ? page.totalCount : undefined;
    return { ok: true, value: { users: all, contract: shown, after, total, page, params } };
  }
}

async function learn(
  memory: ZoneMemory,
  contract: Contract,
  page: Page<User>,
  params: ListUsersParams,
): Promise<void> {
  if (contract === "unknown-filter" || (hasNewFilter(params) && contract === "filters"))
    await memory.learnNewFilters(contract === "filters");
  // A zone's users are cached only if the reply contains all of them.
  if (page.unread > 0 && contract !== "filters") return;
  if (isLearnable(contract)) await memory.learn(contract, page);
}

/** Whether a parameter is used that only the current generation of the API supports. */
function hasNewFilter({ subjects, identifiers, roles, groups }: ListUsersParams): boolean {
  return (subjects ?? identifiers ?? roles ?? groups) !== undefined;
}

/** Judges by the reply, and by what is known about the zone. */
async function judgeByAll(
  memory: ZoneMemory,
  page: Page<User>,
  params: ListUsersParams,
): Promise<Contract> {
  const known = await memory.recall();
  const contract = judge(page, (user) => mayReturn(params, user), known?.contract === "filters");
  const isKnown =
    known?.contract === "whole-directory" &&
    known.users.length > 0 &&
    containsAll(page.items, known.users);
  if (contract === "ignores" && isKnown) return "whole-directory";
  // An older zone counts and pages, and ignores a filter that it doesn't know; a zone of the current generation knows
  // all of them.
  const isOfToday = page.items.some(({ rolesCounted }) => rolesCounted !== undefined);
  return contract === "contradicts" && hasNewFilter(params) && !isOfToday
    ? "unknown-filter"
    : contract;
}

/** Requests one user by ID. */
export function retrieve(
  { client, zone, traffic, stepDown }: AskParts,
  id: UserId,
  options: AskOptions,
): Promise<CallResult<User>> {
  const { signal } = options;
  return traffic.run(
    () => stepDown("retrieve", (ask) => client.retrieveUser(zone, id, { ask, signal }), options),
    { ...options, part: "retrieve" },
  );
}
