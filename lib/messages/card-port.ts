import type { Answer, Query, ZoneRef } from "../directory/answer.ts";

/**
 * What the background and the card's frame say to each other over their port.
 * The content script has no part in it (design, invariant 1).
 */

/** Background to card. */
export type ToCard =
  /** A look-up has begun: show the loading state. `look` counts up; an answer to an older one is dropped. */
  | { type: "show"; look: number; query: Query; zone?: ZoneRef; pinned: boolean }
  | { type: "answer"; look: number; answer: Answer }
  /** The card is hidden: show nobody. */
  | { type: "clear" }
  /** The card was pinned or let go. */
  | { type: "pinned"; pinned: boolean };

/** Card to background. None says whom to look up: the background remembers that itself. */
export type FromCard =
  /** Answers "show": nobody else is shown any more. */
  | { type: "showing" }
  | { type: "refresh" }
  | { type: "close" }
  | { type: "pin" }
  | { type: "unpin" }
  | { type: "open-options" }
  | { type: "open-side-panel" };
