/** Query parameters that several endpoints share. */
import { badRequest } from "./problem.ts";

const LIMIT_MAX = 100;

/** Used when `limit` is absent. The API notes do not say; it is below the maximum so that clients must page. */
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

/** `expand[]`, of which every value must be one of `known`. */
export function readExpand<Value extends string>(
  query: URLSearchParams,
  known: readonly Value[],
): ReadonlySet<Value> {
  const expand = new Set<Value>();
  for (const text of query.getAll("expand[]")) {
    const value = known.find((candidate) => candidate === text);
    if (value === undefined) throw badRequest(`expand[] must be one of ${known.join(", ")}`);
    expand.add(value);
  }
  return expand;
}

/** A parameter that must be one of a few words when it is there. */
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
