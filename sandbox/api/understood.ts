/** What a zone understands of a request. */
import { type Dialect, has, spokenBeside } from "../generations.ts";
import { badRequest, notFound } from "./problem.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * The query without what the zone's generation does not know.
 *
 * @throws Problem 404 when the generation lacks the endpoint; 400 when the zone is strict and something is unknown
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

/** Of what was sent no more than a person would read. */
function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
