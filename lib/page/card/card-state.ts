import type { Found } from "../found.ts";
import type { Hold } from "./hold.ts";
import { UNSEEN, type Whereabouts } from "./pointer-whereabouts.ts";

/** Everything that is decided about the card of a page. */
export interface CardState {
  life: Life;
  /** Where the pointer is. */
  pointer: Whereabouts;
  /** How many showings have started, which is also the number of the latest one. */
  showings: number;
}

export type Life = Idle | Pending | Open | Pinned;

/** Nothing is shown. */
export interface Idle {
  name: "idle";
  /** The mention whose card the user dismissed under a resting pointer: it stays closed until the pointer leaves. */
  dismissed: Found | undefined;
}

/** The pointer rests on a mention, and the frame warms up. When the time is up, the card opens. */
export interface Pending {
  name: "pending";
  found: Found;
  /** What is prepared before it opens. "ready": it can be made visible at any moment. */
  progress: { is: "nothing" } | UnderWay | { is: "ready" };
}

/** Shown until it is dismissed, or until the pointer has been away for a while. */
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
  /** Whether it has its second size, which it keeps for one person or while it is pinned. */
  expanded: boolean;
  /** Whether the keyboard command opened it: it takes the focus once it is visible. */
  takesKeyboard: boolean;
}

/** The progress of a showing. Showings are numbered so that results of an earlier one can be ignored. */
export type Progress = UnderWay | { is: "seen" };

export type UnderWay =
  /** The host is being added to the page and its frame loaded, if they aren't there already. */
  | { is: "loading"; showing: number; attempt: Attempt }
  /** It is drawn but not visible: the frame may still show the previous person. */
  | { is: "filling"; showing: number; attempt: Attempt };

/** Why a showing starts. */
export type Attempt =
  /** The user wants to see someone. */
  | "first"
  /** The page has removed the card, which continues with what it showed. */
  | "again"
  /**
   * The previous frame was stuck. A new one has never shown anyone, so it can be made visible whatever happens to it.
   */
  | "last";

export const AT_FIRST: CardState = {
  life: { name: "idle", dismissed: undefined },
  pointer: UNSEEN,
  showings: 0,
};

/** The card that is shown or about to be, if any. */
export function shownIn({ life }: CardState): Open | Pinned | undefined {
  return life.name === "open" || life.name === "pinned" ? life : undefined;
}

/** The mention that is shown when the time is up. */
export function awaitedIn({ life }: CardState): Found | undefined {
  if (life.name === "pending") return life.found;
  return life.name === "open" && life.hold.by === "neighbor" ? life.hold.next : undefined;
}
