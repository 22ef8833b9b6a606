import type { Query } from "../query.ts";
import type { Answer } from "./answer.ts";
import type { Directory, LookUpOptions } from "./directory.ts";

/**
 * Looks up a whole list: batched, cached and rate-limited like any lookup, but with a lower priority than anything a
 * person waits for. A list shows no ages, so it waits for newer answers if only old ones are cached.
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
