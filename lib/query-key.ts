import { emailKey, subjectKey } from "./person-key.ts";
import type { Query } from "./query.ts";

/** Whether two queries are the same as they are written. */
export function isSameQuery(a: Query, b: Query): boolean {
  return a.kind === b.kind && a.value === b.value;
}

/** What makes two queries or mentions the same person, in whichever spelling. */
export function queryKey({ kind, value }: { kind: string; value: string }): string {
  if (kind === "email") return `${kind}:${emailKey(value)}`;
  return `${kind}:${kind === "subject" ? subjectKey(value) : value}`;
}
