import {
  API_ID_MAX_CHARS,
  CURSOR_MAX_CHARS,
  IDS_PER_REQUEST,
  LIST_PAGE_MAX,
  SEARCH_MAX_CHARS,
} from "../limits.ts";
import type { QueryPair } from "./address.ts";
import { TOTAL_COUNT } from "./asks.ts";
import { type UserId, userId } from "./ids.ts";
import { fail, ok, type Result } from "./result.ts";

type SortField = "created_at" | "email" | "authenticated_at";

/** Which page of a list. */
export type PageParams = {
  /** 1 to `LIST_PAGE_MAX`. */
  limit?: number;
  /** Cursor from the previous page. */
  after?: string;
};

/** The parameters of the users' list. Keycard API notes, section 3. Lists that are given are never empty. */
export type ListUsersParams = PageParams & {
  /**
   * Up to `IDS_PER_REQUEST`, and not together with a cursor. `limit` is then ignored; IDs that aren't in the zone are
   * missing.
   */
  ids?: readonly UserId[];
  /** Complete addresses, any of them. */
  emails?: readonly string[];
  /** Complete subjects, any of them; only the current generation of the API knows this and the next three. */
  subjects?: readonly string[];
  /** Complete identifiers, any of them. */
  identifiers?: readonly string[];
  /** Identifiers of roles, any of them: only of roles that were granted directly, not through a group. */
  roles?: readonly string[];
  /** IDs of groups, any of them. */
  groups?: readonly string[];
  /** Parts of an e-mail address or subject, any of them. */
  query?: readonly string[];
  /** Parts of an e-mail address. */
  queryEmail?: readonly string[];
  /** Parts of a subject. */
  querySubject?: readonly string[];
  /** Cursor from the next page. */
  before?: string;
  /** By priority; `-` is descending. */
  sort?: readonly (SortField | `-${SortField}`)[];
};

const FILTERS = [
  { field: "ids", name: "filter[id]", maxChars: API_ID_MAX_CHARS },
  { field: "emails", name: "filter[email]", maxChars: SEARCH_MAX_CHARS },
  { field: "subjects", name: "filter[subject]", maxChars: SEARCH_MAX_CHARS },
  { field: "identifiers", name: "filter[identifier]", maxChars: SEARCH_MAX_CHARS },
  { field: "roles", name: "filter[role]", maxChars: API_ID_MAX_CHARS },
  { field: "groups", name: "filter[groups]", maxChars: API_ID_MAX_CHARS },
  { field: "query", name: "query[]", maxChars: SEARCH_MAX_CHARS },
  { field: "queryEmail", name: "query[email]", maxChars: SEARCH_MAX_CHARS },
  { field: "querySubject", name: "query[subject]", maxChars: SEARCH_MAX_CHARS },
] as const;

function problemOf(params: ListUsersParams): string | undefined {
  const { after, before } = params;
  for (const { field, name, maxChars } of FILTERS) {
    const values = params[field];
    if (values === undefined) continue;
    // Omitted from the request, it would return every user.
    if (values.length === 0) return `The list for ${name} is empty.`;
    if (values.length > IDS_PER_REQUEST) return `${name} takes ${IDS_PER_REQUEST} values at most.`;
    if (values.some((value) => value === "" || value.length > maxChars)) {
      return `A value for ${name} is empty or over ${maxChars} characters long.`;
    }
  }
  if (params.ids !== undefined && (after ?? before) !== undefined)
    return "Ids and a cursor exclude each other.";
  return pageProblemOf(params);
}

function pageProblemOf({
  limit,
  after,
  before,
}: PageParams & { before?: string }): string | undefined {
  const cursors = [after, before].filter((cursor) => cursor !== undefined);
  if (cursors.some((cursor) => cursor === "" || cursor.length > CURSOR_MAX_CHARS)) {
    return `A cursor is empty or over ${CURSOR_MAX_CHARS} characters long.`;
  }
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= LIST_PAGE_MAX)) {
    return `The limit is not a whole number from 1 to ${LIST_PAGE_MAX}.`;
  }
  return undefined;
}

/**
 * The query for things of any list by their IDs. `limit` is for lists that ignore `filter[id]`: the longest page is the
 * most likely to contain them anyway.
 */
export function idsQuery(ids: readonly string[]): Result<readonly QueryPair[]> {
  return listQuery({ ids: ids.map(userId), limit: LIST_PAGE_MAX }, []);
}

/** The query for one page of any list. @returns a `badRequest` for a limit or cursor that the API would refuse */
export function pageQuery(params: PageParams): Result<readonly QueryPair[]> {
  const problem = pageProblemOf(params);
  if (problem !== undefined) return fail({ why: "badRequest", message: problem });
  const pairs: readonly [string, string | undefined][] = [
    ["limit", params.limit?.toString()],
    ["after", params.after],
  ];
  return ok(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/**
 * The query of a list call, by wire names.
 *
 * @param asked parameters for what is returned in addition to the things themselves
 * @returns a `badRequest` for anything that the API would refuse or, worse, answer with everyone
 */
export function listQuery(
  params: ListUsersParams,
  asked: readonly QueryPair[] = TOTAL_COUNT,
): Result<readonly QueryPair[]> {
  const problem = problemOf(params);
  if (problem !== undefined) return fail({ why: "badRequest", message: problem });
  const { limit, after, before, sort = [] } = params;
  const once: readonly [string, string | undefined][] = [
    ["limit", limit?.toString()],
    ["after", after],
    ["before", before],
    ["sort", sort.length === 0 ? undefined : sort.join(",")],
  ];
  return ok([
    ...FILTERS.flatMap(({ field, name }) =>
      (params[field] ?? []).map((value): QueryPair => [name, value]),
    ),
    ...asked,
    ...once.filter((pair): pair is [string, string] => pair[1] !== undefined),
  ]);
}
