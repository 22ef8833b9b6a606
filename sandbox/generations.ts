/**
 * The generations of the API, oldest first. Keycard rolls changes out zone by zone, so one key may meet all of
 * them. Source: the official SDK (https://github.com/keycardai/keycard-ts) by its releases.
 */
export const GENERATIONS = [
  /** The list of users accepts every parameter and ignores it (API notes, "The trap"). */
  "legacy",
  /** The SDK's release 0.15.0 (May 2026): pages, filters and search, but `expand[]=total_count` alone. */
  "spring",
  /** Adds counts, status and role assignments: all of a user's, whatever gave them. */
  "documented",
  /** Adds groups, credentials, exact filters and `role_source`: direct grants only unless it is sent. */
  "today",
] as const;

export type Generation = (typeof GENERATIONS)[number];

/** A generation whose list of users reads what it is asked. */
export type ReadingGeneration = Exclude<Generation, "legacy">;

/** How a zone's API speaks. */
export type Dialect =
  /** `applies`: some such zones do apply `filter[email]`. */
  | { readonly generation: "legacy"; readonly applies: "nothing" | "email" }
  /** `strict`: 400 for parameters and expansions that the generation does not know; else it ignores them. */
  | { readonly generation: ReadingGeneration; readonly strict: boolean };

/** A generation's usual dialect. A legacy zone refuses nothing, strict or not. */
export function dialectOf(generation: Generation, strict = false): Dialect {
  return generation === "legacy" ? { generation, applies: "nothing" } : { generation, strict };
}

/** Whether a generation has what came with another. But for its list of users a legacy zone has what spring has. */
export function has(generation: Generation, since: ReadingGeneration): boolean {
  const rank = GENERATIONS.indexOf(generation === "legacy" ? "spring" : generation);
  return rank >= GENERATIONS.indexOf(since);
}
