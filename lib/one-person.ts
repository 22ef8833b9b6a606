import type { Query } from "./query.ts";
import { queryKey } from "./query-key.ts";

/**
 * The one person that several mentions are about, in the first spelling; an ID next to an address belongs to the same
 * person.
 *
 * @returns "several" if they can't be about one person
 */
export function onePerson<Q extends Query>(mentions: Iterable<Q>): Q | "several" | undefined {
  const all = [...mentions];
  const addresses = all.filter(({ kind }) => kind === "email");
  const told = addresses.length > 0 ? addresses : all;
  const people = new Set(told.map(queryKey));
  return people.size > 1 ? "several" : told[0];
}
