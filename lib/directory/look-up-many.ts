import type { Query } from "../query.ts";
import type { Answer } from "./answer.ts";
import type { Directory, LookUpOptions } from "./directory.ts";

/**
 * Looks a whole list up: batched, cached and limited as each look-up is, and behind whatever a person waits for. A list
 * shows no ages, so it waits for newer answers where only old ones are kept.
 *
 * @returns an answer to each query, in their order
 */
export function lookUpMany(
  directory: Pick<Directory, "lookUp">,
  queries: readonly Query[],
  options: Pick<LookUpOptions, "signal" | "fresh" | "isPrivate">,
): Promise<Answer[]> {
  return Promise.all(
    queries.map((query) => directory.lookUp(query, { ...options, priority: "bulk" })),
  );
}
