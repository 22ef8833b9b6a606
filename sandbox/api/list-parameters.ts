/** The parameters of the user list (API notes, section 3), checked. */
import { readExpand, readLimit } from "./parameters.ts";
import { badRequest } from "./problem.ts";

const IDS_MAX = 100;

const EXPANSIONS = ["total_count", "session_count", "grant_count", "role-assignments"] as const;
export type Expansion = (typeof EXPANSIONS)[number];

const SORT_KEYS = ["created_at", "email", "authenticated_at"] as const;

export interface SortKey {
  readonly field: (typeof SORT_KEYS)[number];
  readonly descending: boolean;
}

/** A text to be found in one of these fields. */
export interface Substring {
  readonly text: string;
  readonly fields: readonly ("email" | "subject")[];
}

/** Who is asked for. An absent filter is an empty array: it lets everybody pass. */
export interface Criteria {
  readonly ids: readonly string[];
  readonly emails: readonly string[];
  readonly substrings: readonly Substring[];
  readonly sort: readonly SortKey[];
}

export interface ListParameters {
  readonly criteria: Criteria;
  readonly expand: ReadonlySet<Expansion>;
  readonly limit: number;
}

export function readListParameters(query: URLSearchParams): ListParameters {
  const ids = query.getAll("filter[id]");
  const paged = query.has("after") || query.has("before");
  if (ids.length > IDS_MAX) throw badRequest(`filter[id] takes at most ${IDS_MAX} values`);
  if (ids.length > 0 && paged)
    throw badRequest("filter[id] cannot be combined with after or before");
  if (query.has("after") && query.has("before")) {
    throw badRequest("after cannot be combined with before");
  }
  const criteria = {
    ids,
    emails: query.getAll("filter[email]"),
    substrings: [
      ...substrings(query, "query[]", ["email", "subject"]),
      ...substrings(query, "query[email]", ["email"]),
      ...substrings(query, "query[subject]", ["subject"]),
    ],
    sort: readSort(query.get("sort")),
  };
  return { criteria, expand: readExpand(query, EXPANSIONS), limit: readLimit(query) };
}

/** `expand[]` of the list in a zone that ignores its parameters: only `total_count` shows, as 0. */
export function asksForTotal(query: URLSearchParams): boolean {
  return query.getAll("expand[]").includes("total_count");
}

function substrings(
  query: URLSearchParams,
  name: string,
  fields: Substring["fields"],
): readonly Substring[] {
  return query.getAll(name).map((text) => ({ text: text.toLowerCase(), fields }));
}

function readSort(sort: string | null): readonly SortKey[] {
  if (sort === null) return [];
  return sort.split(",").map((part) => {
    const descending = part.startsWith("-");
    const field = SORT_KEYS.find((key) => key === (descending ? part.slice(1) : part));
    if (field === undefined) throw badRequest(`sort must be made of ${SORT_KEYS.join(", ")}`);
    return { field, descending };
  });
}
