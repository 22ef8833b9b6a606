import type { Found } from "../found.ts";
import type { Hold } from "./hold.ts";
import { UNSEEN, type Whereabouts } from "./pointer-whereabouts.ts";

/** All that is decided about the card of a page. */
export interface CardState {
  life: Life;
  /** Where the pointer is. */
  pointer: Whereabouts;
  /** How many showings have begun: the number of the last one. */
  showings: number;
}

export type Life = Idle | Pending | Open | Pinned;

/** Nothing is shown. */
export interface Idle {
  name: "idle";
  /** Was closed by the person under a resting pointer: it stays closed until that leaves. */
  dismissed: Found | undefined;
}

/** The pointer rests on a mention, and the frame warms up. When the time is up, the card opens. */
export interface Pending {
  name: "pending";
  found: Found;
  /** What is done ahead of its opening; "ready": it may be seen at any moment. */
  progress: { is: "nothing" } | UnderWay | { is: "ready" };
}

/** Shown until it is dismissed, or the pointer has been away for a while. */
export interface Open extends Shown {
  name: "open";
  hold: Hold;
}

/** Shown until it is closed, whatever the page does to it. */
export interface Pinned extends Shown {
  name: "pinned";
}

interface Shown {
  found: Found;
  progress: Progress;
  /** It has its second size, which it keeps for one person, or while it is pinned. */
  expanded: boolean;
  /** The keyboard asked for it: it takes the keyboard once it can be seen. */
  takesKeyboard: boolean;
}

/**
 * How far a showing is. What comes of an older one counts for nothing: of each there is a number.
 */
export type Progress = UnderWay | { is: "seen" };

export type UnderWay =
  /** The host is put into the page, and its frame loaded, where they are not there. */
  | { is: "loading"; showing: number; attempt: Attempt }
  /** It is drawn, but not to be seen: the frame may still paint whom it was about before. */
  | { is: "filling"; showing: number; attempt: Attempt };

/** Why a showing begins. */
export type Attempt =
  /** The person wants to see somebody. */
  | "first"
  /** The page has taken away the card, which goes on with what it showed. */
  | "again"
  /** The frame before was stuck. A new one has never shown anybody, so that it may be seen whatever becomes of it. */
  | "last";

export const AT_FIRST: CardState = {
  life: { name: "idle", dismissed: undefined },
  pointer: UNSEEN,
  showings: 0,
};

/** The card, if one is shown or about to be. */
export function shownIn({ life }: CardState): Open | Pinned | undefined {
  return life.name === "open" || life.name === "pinned" ? life : undefined;
}

/** The mention that is shown when the time is up. */
export function awaitedIn({ life }: CardState): Found | undefined {
  if (life.name === "pending") return life.found;
  return life.name === "open" && life.hold.by === "neighbor" ? life.hold.next : undefined;
}
