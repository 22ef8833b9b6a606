import type { Mention, SubjectPattern } from "../mentions/index.ts";

/**
 * What content scripts and the background say to each other. No answer of a look-up is among it
 * (design, invariant 1), and no schema library: the content script checks by hand.
 */

/** Whom a mention names. */
export interface Sought {
  kind: Mention["kind"];
  value: string;
}

/** A box in CSS px, and the pointer's place when it was measured, to carry it over to the top frame. */
export interface Anchor {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Whether the frame is right inside the top frame. */
  isDirect: boolean;
  /** The pointer in the same viewport, and on the screen; absent when the keyboard asked. */
  pointer?: undefined | { x: number; y: number; screenX: number; screenY: number };
}

/** A modifier key, as `KeyboardEvent.key` and `getModifierState` name it. */
export type Modifier = "Alt" | "Control" | "Shift" | "Meta";

/** What a page needs to know of the settings. */
export interface PageSettings {
  /** The key that must be held for the pointer to show a card; absent: none. */
  modifier?: Modifier | undefined;
  /** Milliseconds that the pointer rests on a mention before the card opens. */
  showMs: number;
  patterns: SubjectPattern[];
}

/** What a frame tells the top frame, which alone draws the card. */
export type FrameInput =
  /** `time`: when the pointer was there, ms since the epoch: the message may come after later news. */
  | { type: "over"; sought: Sought; anchor: Anchor; time: number }
  /** `time`: when the pointer was there, ms since the epoch; absent when it left the window. */
  | { type: "away"; time?: number | undefined }
  | { type: "dismiss" };

/** Content script to background. */
export type FromPage =
  /** The pointer moves here for the first time: the part that looks is needed. Answered by PageSettings. */
  | { type: "page/look" }
  /** Sites were switched off: is this one still on? Answered by a boolean. */
  | { type: "page/is-on" }
  /** Are mentions underlined on this site? If so, have the lines drawn. Answered by a boolean. */
  | { type: "marks/begin" }
  /** The first mention is pointed at: the part that draws the card is needed. Top frame only. */
  | { type: "card/load" }
  /** A card's frame is to be loaded: asks for its ticket. Top frame only. */
  | { type: "card/prepare" }
  /** Show the answer about this person in the card, which stands like this. Top frame only. */
  | { type: "card/show"; sought: Sought; pinned: boolean; expanded: boolean }
  /** The card is hidden: forget what it showed. Top frame only. */
  | { type: "card/hidden" }
  /** What the person does in a frame inside the page, for the top frame, which draws the card. */
  | { type: "frame/input"; input: FrameInput };

/** Background to content script. */
export type ToPage =
  /** What happens in a frame inside the page. `zoom`: how many screen px a CSS px of this tab is. */
  | { type: "frame-input"; input: FrameInput; zoom: number }
  /** Command or menu ask, in a frame inside the page, for this person. */
  | { type: "frame-ask"; by: "keyboard" | "menu"; sought: Sought; anchor: Anchor; zoom: number }
  /** A card stands in the top frame, or none any more. For the frames inside the page. */
  | { type: "card-shown" | "card-hidden" }
  /** The pointer moved inside the card at `time`, ms since the epoch. */
  | { type: "card-pointer"; time: number }
  | { type: "card-close" }
  | { type: "card-pin"; pinned: boolean }
  /** The person wants the second size of the card, or the first again. */
  | { type: "card-size"; expanded: boolean }
  | { type: "settings"; settings: PageSettings }
  /** Mentions are underlined on other sites, or for other patterns, than before: each document asks anew. */
  | { type: "marks" }
  /** Sites were switched off: each script asks whether its own is on. */
  | { type: "sites" };
