import * as z from "zod/mini";
import { query } from "../query.ts";
import { source } from "../source.ts";
import type { StorageArea } from "../storage.ts";
import { aboutOf, type CardState, type Subject } from "./card-state.ts";

/**
 * What is stored about the card in each tab, in session storage, so that it outlives the worker (design, invariant 9).
 * It contains no answer.
 */
const record = z.strictObject({
  ticket: z.string(),
  page: z.number(),
  look: z.number(),
  /** ms since the epoch; an unclaimed ticket is valid for CARD_TICKET_MS. */
  issuedAt: z.exactOptional(z.number()),
  /** The frame that has claimed the ticket: from then on, no other can. */
  frame: z.exactOptional(
    z.strictObject({ frameId: z.number(), documentId: z.optional(z.string()) }),
  ),
  /** Who the card is about; absent while it is hidden. */
  about: z.exactOptional(
    z.strictObject({
      query,
      source: z.optional(source),
      pinned: z.boolean(),
      expanded: z.boolean(),
      isPrivate: z.boolean(),
      /** The frame has its answer, and the zone of that answer if it has one. */
      told: z.exactOptional(z.strictObject({ zoneId: z.exactOptional(z.string()) })),
    }),
  ),
});

type CardRecord = z.output<typeof record>;

const keyOf = (tabId: number) => `card.${tabId}`;

/** Reads the state of a tab's card that an earlier worker has stored. */
export async function readCard(area: StorageArea, tabId: number): Promise<CardState> {
  const key = keyOf(tabId);
  const { data } = record.safeParse((await area.get(key))[key]);
  return data ? stateOf(data) : { name: "none" };
}

export async function writeCard(area: StorageArea, tabId: number, state: CardState): Promise<void> {
  const key = keyOf(tabId);
  if (state.name === "none") await area.remove(key);
  else await area.set({ [key]: recordOf(state) });
}

/** The tabs that have a record. */
export async function recordedTabs(area: StorageArea): Promise<number[]> {
  return Object.keys(await area.get(null)).flatMap((key) => {
    const tabId = /^card\.(\d+)$/.exec(key)?.[1];
    return tabId === undefined ? [] : [Number(tabId)];
  });
}

function recordOf(state: Exclude<CardState, { name: "none" }>): CardRecord {
  const { ticket, page, look, subject } = state;
  const about = recordedOf(subject);
  return {
    ticket,
    page,
    look,
    ...(state.name === "ticketed" ? { issuedAt: state.issuedAt } : { frame: state.frame }),
    ...(about && { about }),
  };
}

function recordedOf(subject: Subject): CardRecord["about"] {
  if (subject.is === "nobody") return undefined;
  const about = aboutOf(subject);
  const isTold = subject.is === "told-before" || (subject.is === "told" && subject.isLast);
  if (!isTold) return about;
  const { zoneId } = subject;
  return { ...about, told: { ...(zoneId !== undefined && { zoneId }) } };
}

function stateOf({ ticket, page, look, issuedAt = 0, frame, about }: CardRecord): CardState {
  const rest = { ticket, page, look, subject: subjectOf(about) };
  return frame ? { name: "cut", frame, ...rest } : { name: "ticketed", issuedAt, ...rest };
}

function subjectOf(about: CardRecord["about"]): Subject {
  if (!about) return { is: "nobody" };
  const { told, ...rest } = about;
  return told
    ? { is: "told-before", zoneId: told.zoneId, ...rest }
    : { is: "wanted", fresh: false, ...rest };
}
