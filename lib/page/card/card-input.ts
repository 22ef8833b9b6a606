import type { InvokedBy } from "../../contract/content-scripts.ts";
import type { Found } from "../found.ts";
import type { Sighting } from "./hold.ts";
import type { HostCondition } from "./host-condition.ts";
import type { Box } from "./placement.ts";

/** The events that the card reacts to. Times are in ms since the epoch, boxes in CSS px. */
export type CardInput =
  /** The pointer was seen in the top frame, which still has to look at what is there. */
  | { type: "seen"; time: number }
  /**
   * The pointer rests on a mention, in the top frame's document or in a sub-frame. `lateMs`: how long it has, while the
   * parts that notice it were still being loaded; absent, it has just arrived.
   */
  | {
      type: "over";
      found: Found;
      time: number;
      where: "here" | "in-frame";
      lateMs?: number | undefined;
    }
  /**
   * The pointer is neither on a mention nor on the card. `at` is when that was, and where if it was in the top frame;
   * absent, it has left a frame or has a button down. `card` is the card's box.
   */
  | { type: "away"; at: Sighting | { time: number } | undefined; card: Box | undefined }
  /** The pointer moves in the card. */
  | { type: "in-card"; time: number }
  /** The time is up. `standing` is the current state of the pending mention, if it is still there. */
  | { type: "elapsed"; standing: Found | undefined }
  /** The command or the context menu asks for someone. */
  | { type: "ask"; found: Found; by: InvokedBy }
  /** Esc, a click outside, a navigation within the page; or scrolling, perhaps by the page itself. */
  | { type: "dismiss"; by?: "scroll" | undefined }
  /** The card's own Close, or Esc inside it. */
  | { type: "close" }
  | { type: "pin" }
  | { type: "unpin" }
  /** More or Less. */
  | { type: "resize"; expanded: boolean }
  | { type: "window-resized" }
  /**
   * Every WORD_CHECK_MS: the host's condition, the current state of the mention, and whether the page has lost the
   * keyboard focus.
   */
  | {
      type: "watched";
      host: HostCondition;
      standing: Found | undefined;
      isKeyboardLost: boolean;
    }
  /** Answers "load". `hasHost`: whether there is a host to draw; the background may have refused a ticket. */
  | { type: "loaded"; showing: number; hasHost: boolean }
  /** Answers "fill". `painted`: the frame certainly doesn't show anyone else any more. */
  | { type: "filled"; showing: number; painted: boolean }
  /** The page is left. */
  | { type: "leave" };
