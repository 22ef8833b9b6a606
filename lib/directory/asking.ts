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
import { eachOnce } from "./each-once.ts";
import { filterOf } from "./filter-of.ts";
import { mayBring } from "./may-bring.ts";
import type { StepDown } from "./step-down.ts";
import type { AskOptions, CallResult, Traffic } from "./traffic/traffic.ts";
import { type Contract, isLearnable, judge, lacksNobody } from "./zone-contract.ts";
import type { ZoneMemory } from "./zone-memory.ts";

/** Pages that an e-mail or subject query is followed for; beyond that the answer is inconclusive. */
export const MATCH_PAGES_MAX = 5;

/** What asking one zone takes. */
export interface AskParts {
  client: KeycardClient;
  zone: ZoneId;
  traffic: Traffic;
  memory: ZoneMemory;
  stepDown: StepDown;
  /** ms since the epoch */
  now: () => number;
}

/** What a list call showed: its users over all pages that were followed, and what it says of the zone. */
export interface Listed {
  users: User[];
  contract: Contract;
  /** Cursor of what was not followed any more. */
  after: string | undefined;
  /** How many the zone counts, over all pages; undefined where it does not say, or does not filter. */
  total?: number | undefined;
  /** The last of the pages. */
  page: Page<User>;
  /** What the zone was asked, which depends on how much it understands. */
  params: ListUsersParams;
}

/** One page of users, of a zone that may not understand all that is asked of it. */
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
 * @param paramsFor what is asked of a zone that understands so much; the rest of a list is asked for with the same
 * @param pages how many pages are followed at most
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
    // Everybody is not read to the end: without a filter one page is all that is of use.
    if (after !== undefined && n < pages && filterOf(params) !== "") {
      cursor = after;
      continue;
    }
    const all = eachOnce(users);
    const isShort =
      params.after === undefined && after === undefined && countsMore(page, all.length);
    // Whoever is missing may be one that cannot be read.
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
  // What is kept of a zone by its users holds all that the reply has.
  if (page.unread > 0 && contract !== "filters") return;
  if (isLearnable(contract)) await memory.learn(contract, page);
}

/** Whether something is asked for that only today's generation knows. */
function hasNewFilter({ subjects, identifiers, roles, groups }: ListUsersParams): boolean {
  return (subjects ?? identifiers ?? roles ?? groups) !== undefined;
}

/** By the reply, and by what is known of the zone. */
async function judgeByAll(
  memory: ZoneMemory,
  page: Page<User>,
  params: ListUsersParams,
): Promise<Contract> {
  const known = await memory.recall();
  const contract = judge(page, (user) => mayBring(params, user), known?.contract === "filters");
  const isKnown =
    known?.contract === "whole-directory" &&
    known.users.length > 0 &&
    lacksNobody(page.items, known.users);
  if (contract === "ignores" && isKnown) return "whole-directory";
  // An older zone counts and pages, and passes over a filter that it does not know; one of today's knows them all.
  const isOfToday = page.items.some(({ rolesCounted }) => rolesCounted !== undefined);
  return contract === "contradicts" && hasNewFilter(params) && !isOfToday
    ? "unknown-filter"
    : contract;
}

/** One user by ID. */
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
