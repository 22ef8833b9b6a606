import * as z from "zod/mini";
import { query } from "../messages/query.ts";
import type { StorageArea } from "../storage.ts";

/**
 * What is remembered of the card in each tab, in session storage, so that it outlives the worker
 * (design, invariant 9).
 */
const record = z.strictObject({
  /** Opens the line between the card's frame and the background; only the frame's own URL holds it. */
  ticket: z.string(),
  /** ms since the epoch; an unclaimed ticket is good for CARD_TICKET_MS. */
  issuedAt: z.number(),
  /** The frame that has claimed the ticket: nobody else can, from then on. */
  frame: z.optional(z.strictObject({ frameId: z.number(), documentId: z.optional(z.string()) })),
  /** Whom the card shows; absent while it is hidden. */
  query: z.optional(query),
  /** Counts the look-ups of this card. */
  look: z.number(),
  /** The look-up whose answer the card was given. */
  answered: z.optional(z.number()),
  /** The zone that this answer is about. */
  zoneId: z.optional(z.string()),
  pinned: z.boolean(),
  /** The card has its second size. */
  expanded: z.boolean(),
  /** The tab is of a private window. */
  isPrivate: z.optional(z.boolean()),
});

export type CardRecord = z.output<typeof record>;

const keyOf = (tabId: number) => `card.${tabId}`;

export async function readRecord(
  area: StorageArea,
  tabId: number,
): Promise<CardRecord | undefined> {
  const key = keyOf(tabId);
  return record.safeParse((await area.get(key))[key]).data;
}

export function writeRecord(area: StorageArea, tabId: number, value: CardRecord): Promise<void> {
  return area.set({ [keyOf(tabId)]: value });
}

/** To be called when a tab is closed. */
export function removeRecord(area: StorageArea, tabId: number): Promise<void> {
  return area.remove(keyOf(tabId));
}

/** The tabs that have a record. */
export async function recordedTabs(area: StorageArea): Promise<number[]> {
  return Object.keys(await area.get(null)).flatMap((key) => {
    const tabId = /^card\.(\d+)$/.exec(key)?.[1];
    return tabId === undefined ? [] : [Number(tabId)];
  });
}
