import type { Query } from "./query.ts";

/** Whether two queries are the same as they are written. */
export function isSameQuery(a: Query, b: Query): boolean {
  return a.kind === b.kind && a.value === b.value;
}

/**
 * What makes two queries or mentions the same to a list of them: addresses are compared without case. Scripts in pages carry
 * it; `personKey` tells more spellings of one person.
 */
export function queryKey({ kind, value }: { kind: string; value: string }): string {
  return `${kind}:${kind === "email" ? value.toLowerCase() : value}`;
}
