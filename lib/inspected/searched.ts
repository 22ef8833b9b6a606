import * as z from "zod/mini";
import { narrowed } from "../contract/narrowed.ts";
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
    /** Empty only where the search is narrowed. */
    text: z.string().check(lengthWithin(0, SEARCH_MAX_CHARS)),
    narrowed: z.exactOptional(narrowed),
    /** What was selected in the page when a search last began with that: it begins anew with another only. */
    selected: z.exactOptional(z.string().check(lengthWithin(1, SEARCH_MAX_CHARS))),
  }),
);

export type Searched = z.output<typeof searched>[number];

async function read(area: StorageArea): Promise<Searched[]> {
  return searched.safeParse((await area.get(SEARCHED))[SEARCHED]).data ?? [];
}

export async function searchedOver(
  area: StorageArea,
  tabId: number,
): Promise<Searched | undefined> {
  return (await read(area)).find((one) => one.tabId === tabId);
}

/**
 * @param text empty: nothing is searched for there any more, unless the search is narrowed
 * @param beside.selected the selection that the search begins with; absent: it began as the one before
 */
export async function rememberSearched(
  area: StorageArea,
  tabId: number,
  text: string,
  { narrowed, selected }: Pick<Searched, "narrowed" | "selected"> = {},
): Promise<void> {
  const before = await read(area);
  const others = before.filter((one) => one.tabId !== tabId);
  const began = selected ?? before.find((one) => one.tabId === tabId)?.selected;
  const now = {
    tabId,
    text,
    ...(narrowed && { narrowed }),
    ...(began !== undefined && { selected: began }),
  };
  await write(area, isNothing(now) ? others : [now, ...others]);
}

/** Another zone holds: a group is another there. A role is called the same, if there is one. */
export async function forgetGroupsSearched(area: StorageArea): Promise<void> {
  const before = await read(area);
  if (before.every(({ narrowed }) => narrowed?.kind !== "groups")) return;
  const after = before.map(({ narrowed, ...others }) =>
    narrowed?.kind === "roles" ? { ...others, narrowed } : others,
  );
  await write(
    area,
    after.filter((one) => !isNothing(one)),
  );
}

const isNothing = ({ text, narrowed }: Searched) => text === "" && !narrowed;

async function write(area: StorageArea, all: readonly Searched[]): Promise<void> {
  if (all.length > 0) await area.set({ [SEARCHED]: all.slice(0, SEARCHED_TABS_MAX) });
  else await area.remove(SEARCHED);
}

/** Forgets it over all tabs. */
export function forgetSearched(area: StorageArea): Promise<void> {
  return area.remove(SEARCHED);
}
