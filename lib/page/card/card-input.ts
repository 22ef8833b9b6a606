import type { InvokedBy } from "../../contract/content-scripts.ts";
import type { Found } from "../found.ts";
import type { Sighting } from "./hold.ts";
import type { HostCondition } from "./host-condition.ts";
import type { Box } from "./placement.ts";

/** What the card has to hear of. Times are ms since the epoch, boxes CSS px. */
export type CardInput =
  /** The pointer was seen in the top frame, which has yet to look what is there. */
  | { type: "seen"; time: number }
  /** The pointer rests on a mention, in the top frame's document or a frame inside the page. */
  | { type: "over"; found: Found; time: number; where: "here" | "in-frame" }
  /**
   * The pointer is on neither mention nor card. `at` tells when, and where if it was in the top frame; absent: it has
   * left a frame, or has a button down. `card` is where the card is.
   */
  | { type: "away"; at: Sighting | { time: number } | undefined; card: Box | undefined }
  /** The pointer moves in the card. */
  | { type: "in-card"; time: number }
  /** The time is up. `standing`: the mention that was waited for as it stands now, if it does. */
  | { type: "elapsed"; standing: Found | undefined }
  /** Command or menu ask for somebody. */
  | { type: "ask"; found: Found; by: InvokedBy }
  /** Esc, a click outside, navigation within the page; or scrolling, perhaps by the page itself. */
  | { type: "dismiss"; by?: "scroll" | undefined }
  /** The card's own Close, or Esc inside it. */
  | { type: "close" }
  | { type: "pin" }
  | { type: "unpin" }
  /** More or Less. */
  | { type: "resize"; expanded: boolean }
  | { type: "window-resized" }
  /** Every WORD_CHECK_MS: the host, the mention as it stands now, and whether the keyboard is nowhere in the page. */
  | {
      type: "watched";
      host: HostCondition;
      standing: Found | undefined;
      isKeyboardLost: boolean;
    }
  /** Answers "load". `hasHost`: whether there is one to draw; the background may have refused a ticket. */
  | { type: "loaded"; showing: number; hasHost: boolean }
  /** Answers "fill". `painted`: its frame certainly paints nobody else any more. */
  | { type: "filled"; showing: number; painted: boolean }
  /** The page is left. */
  | { type: "leave" };
