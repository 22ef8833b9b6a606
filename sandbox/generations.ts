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
  /**
   * `applies`: some such zones do apply `filter[email]`; "exact": and `filter[identifier]`, as the SDK's documentation
   * of 2026 says of all of them. `beside`: what is spoken beside the list of users, which may be
   * newer than that.
   */
  | {
      readonly generation: "legacy";
      readonly applies: "nothing" | "email" | "exact";
      readonly beside: ReadingGeneration;
    }
  /** `strict`: 400 for parameters and expansions that the generation does not know; else it ignores them. */
  | { readonly generation: ReadingGeneration; readonly strict: boolean };

/** A generation's usual dialect. A legacy zone refuses nothing, strict or not. */
export function dialectOf(generation: Generation, strict = false): Dialect {
  return generation === "legacy"
    ? { generation, applies: "nothing", beside: "spring" }
    : { generation, strict };
}

/** What a zone speaks beside its list of users. */
export function spokenBeside(dialect: Dialect): ReadingGeneration {
  return dialect.generation === "legacy" ? dialect.beside : dialect.generation;
}

/** Whether a generation has what came with another. */
export function has(generation: ReadingGeneration, since: ReadingGeneration): boolean {
  return GENERATIONS.indexOf(generation) >= GENERATIONS.indexOf(since);
}
