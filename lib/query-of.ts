import type { Mention } from "./mentions/index.ts";
import type { Query } from "./query.ts";

/** Whom a mention names, without its place in the text. */
export function queryOf(mention: Mention): Query {
  const { kind, value } = mention;
  return kind === "email" && mention.cut ? { kind, value, cut: true } : { kind, value };
}
