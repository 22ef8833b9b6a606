import type { Query } from "../../query.ts";
import type { Source } from "../../source.ts";
import type { Box } from "./placement.ts";

/** What is to be done. card.ts does it in the order of the list, and decides nothing. */
export type CardEffect =
  /** Send "elapsed" after `ms`, and not before; soon, if that is over already. */
  | { type: "wait"; ms: number }
  /** "elapsed" isn't wanted any more. */
  | { type: "stop-waiting" }
  /** Have a host ready in case the card opens. @property near the element that contains the mention */
  | { type: "warm"; near: Element }
  /**
   * Hide whatever is visible, and have a host; with `anew`, not the current one but a new one. Answered by "loaded".
   */
  | { type: "load"; showing: number; near: Element; anew: boolean }
  /** Place the host next to a mention's box, drawn but not visible. */
  | { type: "draw"; box: Box; expanded: boolean }
  /** Have the frame show someone. Answered by "filled". */
  | {
      type: "fill";
      showing: number;
      query: Query;
      source: Source | undefined;
      pinned: boolean;
      expanded: boolean;
      again: boolean;
    }
  /** Look up someone who may be shown next, while the frame shows someone else. */
  | { type: "prefetch"; query: Query }
  /** Make it visible. */
  | { type: "reveal" }
  /** Move the keyboard focus into the card. */
  | { type: "focus" }
  /** Place the host again, without changing its visibility. */
  | { type: "place"; box: Box; expanded: boolean }
  /** Give the host its other size, starting from where it is. */
  | { type: "resize"; box: Box; expanded: boolean }
  /** Hide it, give back the keyboard focus if the card has it, and have the frame forget who it was about. */
  | { type: "hide" }
  /** Remove the host from the page. */
  | { type: "remove" };
