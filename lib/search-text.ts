import type { Query } from "./query.ts";

/**
 * What to search for if no one is found: the local part of an address, because others may be similar; otherwise all of
 * it.
 */
export function searchTextOf({ kind, value }: Query): string {
  const at = value.lastIndexOf("@");
  if (kind !== "email" || at < 1) return value;
  const local = value.slice(0, at);
  const plus = local.indexOf("+", 1);
  return plus < 0 ? local : local.slice(0, plus);
}
