/**
 * The parameters of the user list (API notes, section 3), validated. What the zone doesn't understand has already been
 * removed.
 */
import { readExpand, readFlag, readIds, readLimit, readSort, readValues } from "./parameters.ts";
import { badRequest } from "./problem.ts";
import { type RoleSource, readRoleSource } from "./role-source.ts";

const SORT_FIELDS = ["created_at", "email", "authenticated_at"] as const;

export interface SortKey {
  readonly field: (typeof SORT_FIELDS)[number];
  readonly descending: boolean;
}

/** A text to find in one of these fields. */
export interface Substring {
  readonly text: string;
  readonly fields: readonly ("email" | "subject")[];
}

/** Who is requested. An absent filter is an empty array or undefined, and matches everyone. */
export interface Criteria {
  readonly ids: readonly string[];
  readonly emails: readonly string[];
  readonly identifiers: readonly string[];
  readonly subjects: readonly string[];
  readonly issuers: readonly string[];
  /** Identifiers of roles that are held directly. */
  readonly roles: readonly string[];
  /** IDs of groups. */
  readonly groups: readonly string[];
  readonly external: boolean | undefined;
  readonly substrings: readonly Substring[];
  readonly sort: readonly SortKey[];
}

export interface ListParameters {
  readonly criteria: Criteria;
  readonly expand: ReadonlySet<string>;
  readonly roleSource: RoleSource;
  readonly limit: number;
}

export function readListParameters(query: URLSearchParams): ListParameters {
  const ids = readIds(query);
  if (query.has("after") && query.has("before")) {
    throw badRequest("after cannot be combined with before");
  }
  const criteria = {
    ids,
    emails: query.getAll("filter[email]"),
    identifiers: query.getAll("filter[identifier]"),
    subjects: query.getAll("filter[subject]"),
    issuers: query.getAll("filter[issuer]"),
    roles: readValues(query, "filter[role]"),
    groups: query.getAll("filter[groups]"),
    external: readFlag(query, "filter[external]"),
    substrings: [
      ...substrings(query, "query[]", ["email", "subject"]),
      ...substrings(query, "query[email]", ["email"]),
      ...substrings(query, "query[subject]", ["subject"]),
    ],
    sort: readSort(query, SORT_FIELDS),
  };
  return {
    criteria,
    expand: readExpand(query),
    roleSource: readRoleSource(query),
    limit: readLimit(query),
  };
}

function substrings(
  query: URLSearchParams,
  name: string,
  fields: Substring["fields"],
): readonly Substring[] {
  return query.getAll(name).map((text) => ({ text: text.toLowerCase(), fields }));
}
