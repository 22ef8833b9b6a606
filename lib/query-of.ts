import type { Mention } from "./mentions/index.ts";
import type { Query } from "./query.ts";

/** The query for a mention, without its position in the text. */
export function queryOf(mention: Mention): Query {
  const { kind, value } = mention;
  return kind === "email" && mention.cut ? { kind, value, cut: true } : { kind, value };
}
