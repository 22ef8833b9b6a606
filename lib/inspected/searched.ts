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
  }),
);

type Searched = z.output<typeof searched>;

async function read(area: StorageArea): Promise<Searched> {
  return searched.safeParse((await area.get(SEARCHED))[SEARCHED]).data ?? [];
}

export async function searchedOver(area: StorageArea, tabId: number): Promise<string | undefined> {
  return (await read(area)).find((one) => one.tabId === tabId)?.text;
}

/** @param text empty: nothing is searched for there any more */
export async function rememberSearched(
  area: StorageArea,
  tabId: number,
  text: string,
): Promise<void> {
  const others = (await read(area)).filter((one) => one.tabId !== tabId);
  const all = text === "" ? others : [{ tabId, text }, ...others];
  if (all.length > 0) await area.set({ [SEARCHED]: all.slice(0, SEARCHED_TABS_MAX) });
  else await area.remove(SEARCHED);
}

/** Forgets it over all tabs. */
export function forgetSearched(area: StorageArea): Promise<void> {
  return area.remove(SEARCHED);
}
