import * as z from "zod/mini";
import type { Query } from "../directory/answer.ts";
import { lengthWithin } from "../length-within.ts";
import { SEARCH_MAX_CHARS } from "../limits.ts";
import type { Inspection } from "../messages/background-api.ts";
import { query } from "../messages/query.ts";
import { LAST_INSPECTED, PINNED_INSPECTED } from "../messages/session-keys.ts";
import type { StorageArea } from "../storage.ts";

/** What popup and side panel are to show, in session storage: the worker may die before they open. */

const PENDING = "inspection";

const inspection = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("query"), query }),
  z.strictObject({
    kind: z.literal("search"),
    text: z.string().check(lengthWithin(0, SEARCH_MAX_CHARS)),
  }),
]);

/** The person last looked up in a card or menu; the side panel follows. */
export async function lastInspected(area: StorageArea): Promise<Query | undefined> {
  return query.safeParse((await area.get(LAST_INSPECTED))[LAST_INSPECTED]).data;
}

export function rememberInspected(area: StorageArea, inspected: Query): Promise<void> {
  return area.set({ [LAST_INSPECTED]: inspected });
}

/** The person whom side panels stay with. */
export async function pinnedInspected(area: StorageArea): Promise<Query | undefined> {
  return query.safeParse((await area.get(PINNED_INSPECTED))[PINNED_INSPECTED]).data;
}

/** @param pinned absent: side panels follow again */
export function pinInspected(area: StorageArea, pinned: Query | undefined): Promise<void> {
  return pinned ? area.set({ [PINNED_INSPECTED]: pinned }) : area.remove(PINNED_INSPECTED);
}

/** Lays down what the popup that opens next is for. */
export function leaveForPopup(area: StorageArea, left: Inspection): Promise<void> {
  return area.set({ [PENDING]: left });
}

/** What this popup was opened for; gone once taken. */
export async function takeForPopup(area: StorageArea): Promise<Inspection | undefined> {
  const left = inspection.safeParse((await area.get(PENDING))[PENDING]).data;
  if (left) await area.remove(PENDING);
  return left;
}

/** Forgets whom popup and side panel were about. */
export function forgetInspections(area: StorageArea): Promise<void> {
  return area.remove([PENDING, LAST_INSPECTED, PINNED_INSPECTED]);
}
