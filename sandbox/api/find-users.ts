/** Finds and sorts the people of a list request. */
import type { Population } from "../population/population.ts";
import type { UserRecord } from "../population/user.ts";
import type { Criteria, SortKey, Substring } from "./list-parameters.ts";
import { createValueSearch, type ValueSearch } from "./value-search.ts";

/** Results cached per zone, so that paging through a million people doesn't search again for every page. */
const KEPT = 4;

/** The indexes of everyone who meets the criteria, in the requested order (`created_at` by default). */
export type FindUsers = (criteria: Criteria) => Uint32Array;

export function createFindUsers(population: Population): FindUsers {
  const results = new Map<string, Uint32Array>();
  const search = createValueSearch(population);
  return (criteria) => {
    const key = JSON.stringify(criteria);
    const found = results.get(key) ?? find(population, search, criteria);
    results.delete(key);
    results.set(key, found);
    const [oldest] = results.keys();
    if (results.size > KEPT && oldest !== undefined) results.delete(oldest);
    return found;
  };
}

function find(population: Population, search: ValueSearch, criteria: Criteria): Uint32Array {
  const hit = hitBy(population, criteria);
  const few = namedBy(population, criteria) ?? searchedBy(search, criteria);
  const found = few?.filter(hit) ?? scan(population.count, hit);
  return sorted(population, Uint32Array.from(found).sort(), criteria.sort);
}

/** Those found directly by filters on unique values; `undefined` if there is no such filter. */
function namedBy(
  population: Population,
  { ids, emails, identifiers }: Criteria,
): number[] | undefined {
  const named = [
    [ids, ids.map((id) => population.indexOfId(id)).filter((index) => index !== undefined)],
    [emails, emails.flatMap((email) => population.indexesOfEmail(email))],
    [identifiers, identifiers.flatMap((text) => population.indexesOfIdentifier(text))],
  ] as const;
  const [first, ...others] = named.filter(([wanted]) => wanted.length > 0);
  if (first === undefined) return undefined;
  const isInAll = (index: number) => others.every(([, indexes]) => indexes.includes(index));
  return [...new Set(first[1])].filter(isInAll);
}

/** Those whose values contain one of the searched texts; `undefined` if nothing is searched. */
function searchedBy(search: ValueSearch, { substrings }: Criteria): number[] | undefined {
  if (substrings.length === 0) return undefined;
  const found = substrings.flatMap(({ text, fields }) =>
    fields.map((field) => search(field, text)),
  );
  const all = new Set<number>();
  for (const indexes of found) {
    if (indexes === undefined) return undefined;
    for (const index of indexes) all.add(index);
  }
  return [...all];
}

/** Whether a person passes all other filters: one value of each is enough. */
function hitBy(population: Population, criteria: Criteria): (index: number) => boolean {
  const { substrings, subjects, issuers, roles, groups, external } = criteria;
  const asksRecord = issuers.length + roles.length + groups.length > 0 || external !== undefined;
  return (index) =>
    (substrings.length === 0 || substrings.some((text) => contains(population, index, text))) &&
    (subjects.length === 0 || subjects.includes(population.subject(index) ?? "")) &&
    (!asksRecord || passes(population.user(index), criteria));
}

/** Checks that need the whole record. */
function passes(user: UserRecord, { issuers, roles, groups, external }: Criteria): boolean {
  const direct = user.role_assignments?.filter(({ source }) => source === "user") ?? [];
  return (
    (issuers.length === 0 || issuers.includes(user.issuer ?? "")) &&
    (roles.length === 0 || direct.some((role) => roles.includes(role.role_identifier))) &&
    (groups.length === 0 || user.groups.some(({ id }) => groups.includes(id))) &&
    (external === undefined || user.external === external)
  );
}

function scan(count: number, hit: (index: number) => boolean): Uint32Array {
  const found = new Uint32Array(count);
  let length = 0;
  for (let index = 0; index < count; index++) if (hit(index)) found[length++] = index;
  return found.subarray(0, length);
}

/** Case-insensitive: the API notes leave it open, and searches are made by people. */
function contains(population: Population, index: number, { text, fields }: Substring): boolean {
  return fields.some((field) => population[field](index)?.toLowerCase().includes(text));
}

function sorted(
  population: Population,
  indexes: Uint32Array,
  sort: readonly SortKey[],
): Uint32Array {
  if (sort.length === 0) return indexes;
  const columns = sort.map(({ field, descending }) => ({
    values: Array.from(indexes, (index) => sortValue(population, field, index)),
    sign: descending ? -1 : 1,
  }));
  const places = Uint32Array.from(indexes, (_, place) => place).sort((a, b) => {
    for (const { values, sign } of columns) {
      const order = compare(values[a], values[b], sign);
      if (order !== 0) return order;
    }
    return a - b;
  });
  return places.map((place) => indexes[place] ?? 0);
}

function sortValue(population: Population, field: SortKey["field"], index: number) {
  if (field === "created_at") return index;
  if (field === "email") return population.email(index);
  return population.signedIn(index) ?? undefined;
}

/** By UTF-16 code unit; missing values come last in both directions. */
function compare(a: string | number | undefined, b: string | number | undefined, sign: number) {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -sign : sign;
}
