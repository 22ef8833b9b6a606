/** What makes two queries or mentions the same person: addresses are compared without case. */
export function queryKey({ kind, value }: { kind: string; value: string }): string {
  return `${kind}:${kind === "email" ? value.toLowerCase() : value}`;
}
