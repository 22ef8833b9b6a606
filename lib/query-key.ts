import type { Query } from "./query.ts";

/** Whether two queries are equal as written. */
export function isSameQuery(a: Query, b: Query): boolean {
  return a.kind === b.kind && a.value === b.value;
}

/**
 * A key that is equal for queries or mentions that a list treats as the same: addresses are compared
 * case-insensitively. Scripts in pages include it; `personKey` recognizes more spellings of one person.
 */
export function queryKey({ kind, value }: { kind: string; value: string }): string {
  return `${kind}:${kind === "email" ? value.toLowerCase() : value}`;
}
