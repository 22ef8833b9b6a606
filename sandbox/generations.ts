/**
 * The generations of the API, oldest first. Keycard rolls changes out zone by zone, so one key can encounter all of
 * them. Source: the releases of the official SDK (https://github.com/keycardai/keycard-ts).
 */
export const GENERATIONS = [
  /** The list of users accepts every parameter and ignores it (API notes, "The trap"). */
  "legacy",
  /** The SDK's release 0.15.0 (May 2026): pages, filters and search, but only `expand[]=total_count`. */
  "spring",
  /** Adds counts, status and role assignments: all of a user's, from any source. */
  "documented",
  /** Adds groups, credentials, exact filters and `role_source`: only direct grants unless it is sent. */
  "today",
] as const;

export type Generation = (typeof GENERATIONS)[number];

/** A generation whose list of users reads its parameters. */
export type ReadingGeneration = Exclude<Generation, "legacy">;

/** How a zone's API behaves. */
export type Dialect =
  /**
   * `applies`: some such zones do apply `filter[email]`; "exact": also `filter[identifier]`, as the SDK's documentation
   * of 2026 says of all of them. `beside`: the generation of everything but the list of users, which can be newer.
   */
  | {
      readonly generation: "legacy";
      readonly applies: "nothing" | "email" | "exact";
      readonly beside: ReadingGeneration;
    }
  /** `strict`: 400 for parameters and expansions that the generation doesn't know; otherwise it ignores them. */
  | { readonly generation: ReadingGeneration; readonly strict: boolean };

/** A generation's usual dialect. A legacy zone refuses nothing, strict or not. */
export function dialectOf(generation: Generation, strict = false): Dialect {
  return generation === "legacy"
    ? { generation, applies: "nothing", beside: "spring" }
    : { generation, strict };
}

/** The generation of a zone's other endpoints, besides the list of users. */
export function spokenBeside(dialect: Dialect): ReadingGeneration {
  return dialect.generation === "legacy" ? dialect.beside : dialect.generation;
}

/** Whether a generation includes what another one added. */
export function has(generation: ReadingGeneration, since: ReadingGeneration): boolean {
  return GENERATIONS.indexOf(generation) >= GENERATIONS.indexOf(since);
}
