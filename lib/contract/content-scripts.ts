import * as z from "zod/mini";
import { type Query, query } from "../query.ts";
import { type Source, source } from "../source.ts";
import { type Anchor, anchor } from "./anchor.ts";
import { reply, sentBy } from "./message.ts";
import type { PageSettings } from "./page-settings.ts";

/**
 * The messages between content scripts and the background. No lookup's answer is among them (design, invariant 1).
 * Content scripts import only types from this file: no schema library runs in a page.
 */

const time = z.number();

/** Absent if the text itself identifies the person. */
const from = z.optional(source);

/** What a frame reports to the top frame, which alone draws the card. */
const frameInput = z.discriminatedUnion("type", [
  /** `time`: when the pointer was there, ms since the epoch, because the message may arrive after a later one. */
  z.strictObject({ type: z.literal("over"), query, source: from, anchor, time }),
  /** `time`: when the pointer was there, ms since the epoch; absent if it left the window. */
  z.strictObject({ type: z.literal("away"), time: z.optional(time) }),
  z.strictObject({ type: z.literal("dismiss"), by: z.optional(z.literal("scroll")) }),
]);

export type FrameInput = z.output<typeof frameInput>;

/**
 * What requests a mention without delay: the keyboard command, which then moves the focus into the card, or the menu.
 */
export type InvokedBy = "keyboard" | "menu";

const byAnyFrame = sentBy("top-frame", "sub-frame");
const byTopFrame = sentBy("top-frame");
const bySubFrame = sentBy("sub-frame");

/** The messages from content scripts to the background. */
export const FROM_CONTENT_SCRIPTS = {
  /** The pointer moves here for the first time: the part that looks is needed. */
  loadLook: byAnyFrame({}, reply<PageSettings>()),
  /** No mention is in the hovered text: the part that looks behind and beside it is needed. */
  loadBehind: byAnyFrame({}, reply<void>()),
  /** Sites were turned off: is this one still on? */
  isSiteOn: byAnyFrame({}, reply<boolean>()),
  /** Are mentions underlined on this site? If so, the style for the underlines is inserted. */
  beginMarks: byAnyFrame({}, reply<boolean>()),
  /** The first mention is hovered: the part that draws the card is needed. */
  loadCard: byTopFrame({}, reply<void>()),
  /**
   * A card's frame is about to load. `page` is a random number of this document: a new frame in the same document
   * continues with what the previous one showed.
   */
  issueTicket: byTopFrame({ page: z.number() }, reply<{ ticket: string }>()),
  /** The pointer rests on this person, to whom the card may change. */
  prefetch: byTopFrame({ query }, reply<void>()),
  /**
   * The card is drawn, perhaps before it can be visible, and should be about this person; `again` if it was before, and
   * the page has removed or covered it. `painted`: its frame certainly shows no one else any more, and can be made
   * visible.
   */
  fillCard: byTopFrame(
    { query, source: from, pinned: z.boolean(), expanded: z.boolean(), again: z.boolean() },
    reply<{ painted: boolean }>(),
  ),
  /** The card is visible. */
  showCard: byTopFrame({}, reply<void>()),
  /**
   * The card is hidden: who it was about should be forgotten. `hadFocus`: the focus was in it, and returns to a frame.
   */
  emptyCard: byTopFrame({ hadFocus: z.boolean() }, reply<void>()),
  /** User input in a sub-frame, for the top frame. */
  tellTopFrame: bySubFrame({ input: frameInput }, reply<void>()),
};

export type FromContentScripts = typeof FROM_CONTENT_SCRIPTS;

type Nothing = Record<never, never>;

/** The messages from the background to the top frame of a tab, which draws the card. */
export interface ToTopFrame {
  /** User input in a sub-frame. `zoom`: screen px per CSS px in this tab. */
  frameInput: { input: FrameInput; zoom: number };
  /** In a sub-frame, the command or the menu refers to this person. */
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
  /** The user wants the card's second size, or the first one again. */
  resizeCard: { expanded: boolean };
}

/** The messages from the background to sub-frames: an Esc or click there may dismiss the card. */
export interface ToSubFrames {
  /** A card was opened, pinned or unpinned: one that is pinned isn't dismissed. */
  cardOpened: { pinned: boolean };
  /** `hadFocus`: the focus was in it, and returns to the frame that has lent it. */
  cardClosed: { hadFocus: boolean };
}

/** The messages from the background to every frame. */
export interface ToEveryFrame {
  settingsChanged: { settings: PageSettings };
  /** The sites or the patterns to underline have changed: each document asks again. */
  marksChanged: Nothing;
  /** Sites were turned off: each script asks whether its own is still on. */
  sitesChanged: Nothing;
}

/** All messages from the background to content scripts. */
export type ToContentScripts = ToTopFrame & ToSubFrames & ToEveryFrame;
