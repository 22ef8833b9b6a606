/** Query parameters that several endpoints share. */
import { badRequest } from "./problem.ts";

const LIMIT_MAX = 100;

/** Used if `limit` is absent. The API notes don't specify it; it is below the maximum so that clients have to page. */
const LIMIT_DEFAULT = 50;

/** `limit`: 1..100 (API notes, section 3). */
export function readLimit(query: URLSearchParams): number {
  const text = query.get("limit");
  if (text === null) return LIMIT_DEFAULT;
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || limit > LIMIT_MAX) {
    throw badRequest(`limit must be a whole number from 1 to ${LIMIT_MAX}`);
  }
  return limit;
}

/** The values of `expand[]`. */
export function readExpand(query: URLSearchParams): ReadonlySet<string> {
  return new Set(query.getAll("expand[]"));
}

/** Maximum number of values of a repeatable filter. */
const VALUES_MAX = 100;

/** The values of a repeatable, limited filter such as `filter[role]`; empty if absent. */
export function readValues(query: URLSearchParams, name: string): readonly string[] {
  const values = query.getAll(name);
  if (values.length > VALUES_MAX) throw badRequest(`${name} takes at most ${VALUES_MAX} values`);
  return values;
}

/** `filter[id]`, which excludes cursors: everything that it names is in one page. */
export function readIds(query: URLSearchParams): readonly string[] {
  const ids = readValues(query, "filter[id]");
  const isPaged = query.has("after") || query.has("before");
  if (ids.length > 0 && isPaged)
    throw badRequest("filter[id] cannot be combined with after or before");
  return ids;
}

/** An optional parameter that is "true" or "false". */
export function readFlag(query: URLSearchParams, name: string): boolean | undefined {
  const word = readWord(query, name, ["true", "false"]);
  return word === undefined ? undefined : word === "true";
}

/** Comma-separated fields by which a list can be sorted; `-` is descending. */
export function readSort<Field extends string>(
  query: URLSearchParams,
  fields: readonly Field[],
): readonly { readonly field: Field; readonly descending: boolean }[] {
  const sort = query.get("sort");
  if (sort === null) return [];
  return sort.split(",").map((part) => {
    const descending = part.startsWith("-");
    const field = fields.find((key) => key === (descending ? part.slice(1) : part));
    if (field === undefined) throw badRequest(`sort must be made of ${fields.join(", ")}`);
    return { field, descending };
  });
}

/** An optional parameter that must be one of a few words. */
export function readWord<Word extends string>(
  query: URLSearchParams,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) throw badRequest(`${name} must be one of ${words.join(", ")}`);
  return word;
}
