import * as z from "zod/mini";
import { lengthWithin } from "../length-within.ts";
import { SEARCH_MAX_CHARS } from "../limits.ts";
import type { StorageArea } from "../storage.ts";

/**
 * What was last searched for in the popup over each tab: it closes at any click in the page, and is to stand there
 * again. In session storage, which is memory.
 */

/** Tabs that one goes back and forth between. */
export const SEARCHED_TABS_MAX = 20;

const SEARCHED = "searched";

const searched = z.array(
  z.strictObject({
    tabId: z.number(),
    text: z.string().check(lengthWithin(1, SEARCH_MAX_CHARS)),
    /** What was selected in the page when a search last began with that: it begins anew with another only. */
    selected: z.exactOptional(z.string().check(lengthWithin(1, SEARCH_MAX_CHARS))),
  }),
);

type Searched = z.output<typeof searched>[number];

async function read(area: StorageArea): Promise<Searched[]> {
  return searched.safeParse((await area.get(SEARCHED))[SEARCHED]).data ?? [];
}

export async function searchedOver(
  area: StorageArea,
  tabId: number,
): Promise<Pick<Searched, "text" | "selected"> | undefined> {
  return (await read(area)).find((one) => one.tabId === tabId);
}

/**
 * @param text empty: nothing is searched for there any more
 * @param selected the selection that the search begins with; absent: it began as the one before
 */
export async function rememberSearched(
  area: StorageArea,
  tabId: number,
  text: string,
  selected?: string,
): Promise<void> {
  const before = await read(area);
  const others = before.filter((one) => one.tabId !== tabId);
  const began = selected ?? before.find((one) => one.tabId === tabId)?.selected;
  const now = { tabId, text, ...(began !== undefined && { selected: began }) };
  const all = text === "" ? others : [now, ...others];
  if (all.length > 0) await area.set({ [SEARCHED]: all.slice(0, SEARCHED_TABS_MAX) });
  else await area.remove(SEARCHED);
}

/** Forgets it over all tabs. */
export function forgetSearched(area: StorageArea): Promise<void> {
  return area.remove(SEARCHED);
}
