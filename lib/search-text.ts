import type { Query } from "./query.ts";

/** What to search for where nobody is found: of an address the name, as others may be like it; else all of it. */
export function searchTextOf({ kind, value }: Query): string {
  const at = value.lastIndexOf("@");
  if (kind !== "email" || at < 1) return value;
  const local = value.slice(0, at);
  const plus = local.indexOf("+", 1);
  return plus < 0 ? local : local.slice(0, plus);
}
