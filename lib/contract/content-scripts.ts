import * as z from "zod/mini";
import { type Query, query } from "../query.ts";
import { type Source, source } from "../source.ts";
import { type Anchor, anchor } from "./anchor.ts";
import { reply, sentBy } from "./message.ts";
import type { PageSettings } from "./page-settings.ts";

/**
 * What content scripts and the background say to each other. No answer of a look-up is among it (design,
 * invariant 1). Content scripts import types of this file only: no schema library runs in a page.
 */

const time = z.number();

/** Absent when the text itself says who it is. */
const from = z.optional(source);

/** What a frame tells the top frame, which alone draws the card. */
const frameInput = z.discriminatedUnion("type", [
  /** `time`: when the pointer was there, ms since the epoch: the message may come after later news. */
  z.strictObject({ type: z.literal("over"), query, source: from, anchor, time }),
  /** `time`: when the pointer was there, ms since the epoch; absent when it left the window. */
  z.strictObject({ type: z.literal("away"), time: z.optional(time) }),
  z.strictObject({ type: z.literal("dismiss"), by: z.optional(z.literal("scroll")) }),
]);

export type FrameInput = z.output<typeof frameInput>;

/** What asks for a mention without waiting: the command, which then moves the keyboard into the card, or the menu. */
export type InvokedBy = "keyboard" | "menu";

const byAnyFrame = sentBy("top-frame", "sub-frame");
const byTopFrame = sentBy("top-frame");
const bySubFrame = sentBy("sub-frame");

/** What content scripts ask of the background. */
export const FROM_CONTENT_SCRIPTS = {
  /** The pointer moves here for the first time: the part that looks is needed. */
  loadLook: byAnyFrame({}, reply<PageSettings>()),
  /** The text that is pointed at names nobody: the part that looks behind and beside it is needed. */
  loadBehind: byAnyFrame({}, reply<void>()),
  /** Sites were switched off: is this one still on? */
  isSiteOn: byAnyFrame({}, reply<boolean>()),
  /** Are mentions underlined on this site? If so, has the lines drawn. */
  beginMarks: byAnyFrame({}, reply<boolean>()),
  /** The first mention is pointed at: the part that draws the card is needed. */
  loadCard: byTopFrame({}, reply<void>()),
  /**
   * A card's frame is to be loaded. `page` is a number that this document has drawn for itself: a new frame in the same
   * one goes on with what the frame before it showed.
   */
  issueTicket: byTopFrame({ page: z.number() }, reply<{ ticket: string }>()),
  /** The pointer rests on this person, whom the card may go over to. */
  foresee: byTopFrame({ query }, reply<void>()),
  /**
   * The card is drawn, perhaps before it may be seen, and is to be about this person; `again` when it was before, and the page has taken it away or
   * covered it. `painted`: its frame certainly paints nobody else any more, and may be seen.
   */
  fillCard: byTopFrame(
    { query, source: from, pinned: z.boolean(), expanded: z.boolean(), again: z.boolean() },
    reply<{ painted: boolean }>(),
  ),
  /** The card can be seen. */
  showCard: byTopFrame({}, reply<void>()),
  /** The card is hidden: whom it was about is to be forgotten. `hadFocus`: the keyboard was in it, and goes back to a frame. */
  emptyCard: byTopFrame({ hadFocus: z.boolean() }, reply<void>()),
  /** What the person does in a frame inside the page, for the top frame. */
  tellTopFrame: bySubFrame({ input: frameInput }, reply<void>()),
};

export type FromContentScripts = typeof FROM_CONTENT_SCRIPTS;

type Nothing = Record<never, never>;

/** What the background tells the top frame of a tab, which draws the card. */
export interface ToTopFrame {
  /** What the person does in a frame inside the page. `zoom`: how many screen px a CSS px of this tab is. */
  frameInput: { input: FrameInput; zoom: number };
  /** Command or menu ask, in a frame inside the page, for this person. */
  frameInvoked: {
    by: InvokedBy;
    query: Query;
    source?: Source | undefined;
    anchor: Anchor;
    zoom: number;
  };
  /** The pointer moved inside the card at `time`, ms since the epoch. */
  pointerInCard: { time: number };
  closeCard: Nothing;
  pinCard: { pinned: boolean };
  /** The person wants the second size of the card, or the first again. */
  resizeCard: { expanded: boolean };
}

/** What the background tells the frames inside a page: an Esc or click there may be meant for the card. */
export interface ToSubFrames {
  cardOpened: Nothing;
  /** `hadFocus`: the keyboard was in it, and goes back to the frame that has lent it. */
  cardClosed: { hadFocus: boolean };
}

/** What the background tells every frame. */
export interface ToEveryFrame {
  settingsChanged: { settings: PageSettings };
  /** Mentions are underlined on other sites, or for other patterns, than before: each document asks anew. */
  marksChanged: Nothing;
  /** Sites were switched off: each script asks whether its own is on. */
  sitesChanged: Nothing;
}

/** All that the background tells content scripts. */
export type ToContentScripts = ToTopFrame & ToSubFrames & ToEveryFrame;
