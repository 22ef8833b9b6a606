/** The part of a request that a zone understands. */
import { type Dialect, has, spokenBeside } from "../generations.ts";
import { badRequest, notFound } from "./problem.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * The query without what the zone's generation doesn't know.
 *
 * @throws Problem 404 if the generation lacks the endpoint; 400 if the zone is strict and something is unknown
 */
export function understood(
  dialect: Dialect,
  { since, parameters, expansions }: Vocabulary,
  query: URLSearchParams,
): URLSearchParams {
  const generation = spokenBeside(dialect);
  if (!has(generation, since)) throw notFound("There is nothing at this path");
  const isStrict = dialect.generation !== "legacy" && dialect.strict;
  const knows = (table: Vocabulary["parameters"], word: string) => {
    const from = Object.hasOwn(table, word) ? table[word] : undefined;
    return from !== undefined && has(generation, from);
  };
  const known = new URLSearchParams();
  for (const [name, value] of query) {
    const isExpansion = name === "expand[]" && Object.keys(expansions).length > 0;
    if (isExpansion ? knows(expansions, value) : knows(parameters, name)) known.append(name, value);
    else if (isStrict) {
      throw badRequest(
        isExpansion
          ? `expand[] cannot be ${quoted(value)} here`
          : `${quoted(name)} is unknown here`,
      );
    }
  }
  return known;
}

/** Quotes no more of the input than a person would read. */
function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
