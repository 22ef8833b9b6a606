import type { Answer, Query } from "../directory/answer.ts";

/**
 * One look-up of a card, from when it is begun until the card is hidden or shows somebody else. A page can take the
 * card's frame away, or cover it, and so have it set up anew; then this goes on, and nobody is asked for again: a
 * page's script must not be able to cause a request (design, invariant 3).
 */
export interface Telling<Line> {
  readonly query: Query;
  /** Ends the look-up. */
  readonly controller: AbortController;
  /** The number of the look that it is told under now. */
  look: number;
  /** The line to the frame that shows it; absent while a frame is only about to. */
  line?: Line | undefined;
  /** The zone in which it is asked; answers of another are not those that were wanted. */
  zoneId?: string | undefined;
  progress: Progress;
}

type Progress =
  | { state: "begun" }
  | { state: "asked" }
  /** No data about anybody: told again as it is. */
  | { state: "not-found"; answer: Answer }
  /** Not kept here: the directory has it for a while, and knows when it has to be forgotten. */
  | { state: "found" };

export function beginTelling<Line>(query: Query, look: number): Telling<Line> {
  return { query, look, controller: new AbortController(), progress: { state: "begun" } };
}

/** Whether a frame that is to show somebody can take over what is told already. */
export function goesOnWith<Line>({ query, progress }: Telling<Line>, wanted: Query): boolean {
  return query.kind === wanted.kind && query.value === wanted.value && progress.state !== "found";
}

/** What has come of it with an answer. */
export function progressWith(answer: Answer): Progress {
  if (answer.state !== "found") return { state: "not-found", answer };
  // A stale one is being asked again.
  return { state: answer.stale ? "asked" : "found" };
}
