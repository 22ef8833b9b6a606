import type { Query } from "../../query.ts";
import type { Source } from "../../source.ts";
import type { Box } from "./placement.ts";

/** What is to be done. card.ts does it, in the order of the list, and decides nothing. */
export type CardEffect =
  /** Have "elapsed" come in `ms`, and not before. */
  | { type: "wait"; ms: number }
  /** "elapsed" is not wanted any more. */
  | { type: "stop-waiting" }
  /** A host is to stand ready, should the card open. @property near the element that the mention was read from */
  | { type: "warm"; near: Element }
  /** Hide whatever is seen, and have a host; where `anew`, another one than is there. Answered by "loaded". */
  | { type: "load"; showing: number; near: Element; anew: boolean }
  /** Put the host beside a mention's box, drawn, but not to be seen. */
  | { type: "draw"; box: Box; expanded: boolean }
  /** Have the frame be about somebody. Answered by "filled". */
  | {
      type: "fill";
      showing: number;
      query: Query;
      source: Source | undefined;
      pinned: boolean;
      expanded: boolean;
      again: boolean;
    }
  /** Have somebody looked up who may be shown next, while the frame is about somebody else. */
  | { type: "foresee"; query: Query }
  /** Let it be seen. */
  | { type: "reveal" }
  /** Move the keyboard into the card. */
  | { type: "focus" }
  /** Put the host where it belongs again, as visible as it was. */
  | { type: "place"; box: Box; expanded: boolean }
  /** Give the host its other size, from where it is. */
  | { type: "resize"; box: Box; expanded: boolean }
  /** Hide it, give the keyboard back if it is in it, and have the frame forget whom it was about. */
  | { type: "hide" }
  /** Take the host out of the page. */
  | { type: "remove" };
