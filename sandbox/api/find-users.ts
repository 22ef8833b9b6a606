/** Finds and sorts the people that a list request asks for. */
import type { Population } from "../population/population.ts";
import type { Criteria, SortKey, Substring } from "./list-parameters.ts";

/** Results kept per zone, so that paging through a million people does not look for them on every page. */
const KEPT = 4;

/** The indexes of everybody who meets the criteria, in the order asked for (`created_at` by default). */
export type FindUsers = (criteria: Criteria) => Uint32Array;

export function createFindUsers(population: Population): FindUsers {
  const results = new Map<string, Uint32Array>();
  return (criteria) => {
    const key = JSON.stringify(criteria);
    const found = results.get(key) ?? find(population, criteria);
    results.delete(key);
    results.set(key, found);
    const [oldest] = results.keys();
    if (results.size > KEPT && oldest !== undefined) results.delete(oldest);
    return found;
  };
}

function find(population: Population, { ids, emails, substrings, sort }: Criteria): Uint32Array {
  const named = namedBy(population, ids, emails);
  const hit = (index: number) =>
    substrings.length === 0 || substrings.some((wanted) => contains(population, index, wanted));
  const found = named?.filter(hit) ?? scan(population.count, hit);
  return sorted(population, Uint32Array.from(found).sort(), sort);
}

/** Those whom `filter[id]` and `filter[email]` name; `undefined` when neither is there. */
function namedBy(
  population: Population,
  ids: readonly string[],
  emails: readonly string[],
): number[] | undefined {
  const byId = ids.map((id) => population.indexOfId(id)).filter((index) => index !== undefined);
  const byEmail = emails.flatMap((email) => population.indexesOfEmail(email));
  if (ids.length === 0 && emails.length === 0) return undefined;
  if (emails.length === 0) return [...new Set(byId)];
  if (ids.length === 0) return [...new Set(byEmail)];
  return [...new Set(byId)].filter((index) => byEmail.includes(index));
}

function scan(count: number, hit: (index: number) => boolean): Uint32Array {
  const found = new Uint32Array(count);
  let length = 0;
  for (let index = 0; index < count; index++) if (hit(index)) found[length++] = index;
  return found.subarray(0, length);
}

/** Without case: the API notes leave it open, and a search is for people. */
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

/** By UTF-16 code unit; who has no value comes last in either direction. */
function compare(a: string | number | undefined, b: string | number | undefined, sign: number) {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -sign : sign;
}
