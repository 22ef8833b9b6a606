import * as z from "zod/mini";
import { NEWS } from "../contract/news.ts";
import type { Inspection } from "../contract/replies.ts";
import { lengthWithin } from "../length-within.ts";
import { SEARCH_MAX_CHARS } from "../limits.ts";
import type { Query } from "../query.ts";
import { query } from "../query.ts";
import type { StorageArea } from "../storage.ts";

/** What popup and side panel should show, in session storage, because the worker may be stopped before they open. */

const PENDING = "inspection";

const inspection = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("query"), query }),
  z.strictObject({
    kind: z.literal("search"),
    text: z.string().check(lengthWithin(0, SEARCH_MAX_CHARS)),
  }),
]);

/** The person last looked up in a card, the menu or the side panel; the side panel follows. */
export async function lastInspected(area: StorageArea): Promise<Query | undefined> {
  return query.safeParse((await area.get(NEWS.inspected))[NEWS.inspected]).data;
}

export function rememberInspected(area: StorageArea, inspected: Query): Promise<void> {
  return area.set({ [NEWS.inspected]: inspected });
}

/** The person to whom side panels are pinned. */
export async function pinnedInspected(area: StorageArea): Promise<Query | undefined> {
  return query.safeParse((await area.get(NEWS.pinned))[NEWS.pinned]).data;
}

/** @param pinned absent: side panels follow again */
export function pinInspected(area: StorageArea, pinned: Query | undefined): Promise<void> {
  return pinned ? area.set({ [NEWS.pinned]: pinned }) : area.remove(NEWS.pinned);
}

/** Stores what the next popup is for. */
export function leaveForPopup(area: StorageArea, left: Inspection): Promise<void> {
  return area.set({ [PENDING]: left });
}

/** What this popup was opened for; removed when it is read. */
export async function takeForPopup(area: StorageArea): Promise<Inspection | undefined> {
  const left = inspection.safeParse((await area.get(PENDING))[PENDING]).data;
  if (left) await area.remove(PENDING);
  return left;
}

/** Clears what popup and side panel were about. */
export function forgetInspections(area: StorageArea): Promise<void> {
  return area.remove([PENDING, NEWS.inspected, NEWS.pinned]);
}
