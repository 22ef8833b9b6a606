import type { Answer, Query, ZoneRef } from "../directory/answer.ts";
import type { ElsewhereReply } from "../directory/replies.ts";

/**
 * What the background and the card's frame say to each other over their port.
 * The content script has no part in it (design, invariant 1).
 */

/** Background to card. */
export type ToCard =
  /** A look-up has begun: show the loading state. `look` counts up; an answer to an older one is dropped. */
  | {
      type: "show";
      look: number;
      query: Query;
      zone?: ZoneRef;
      /** Template of a user's address in the admin console; absent: the usual one. */
      consoleUrl?: string;
      pinned: boolean;
    }
  | { type: "answer"; look: number; answer: Answer }
  /** Where else the person is; answers "look-elsewhere". */
  | { type: "elsewhere"; look: number; reply: ElsewhereReply }
  /** The card is hidden: show nobody. */
  | { type: "clear" }
  /** The card was pinned or let go. */
  | { type: "pinned"; pinned: boolean };

/** Card to background. None says whom to look up: the background remembers that itself. */
export type FromCard =
  /** Answers "show": nobody else is painted any more. */
  | { type: "showing"; look: number }
  /**
   * The pointer moved inside the card at `time` (ms since the epoch). The page's own process is not told of a pointer
   * that goes straight into a frame of another process, nor this frame of one that leaves (measured in Chromium 156).
   */
  | { type: "pointer"; time: number }
  | { type: "refresh" }
  /** Looks for the person, who is absent here, in the other zones that the key reads. */
  | { type: "look-elsewhere" }
  | { type: "close" }
  | { type: "pin" }
  | { type: "unpin" }
  | { type: "open-options" }
  | { type: "open-side-panel" };
