import * as z from "zod/mini";
import { narrowed } from "../contract/narrowed.ts";
import { lengthWithin } from "../length-within.ts";
import { SEARCH_MAX_CHARS } from "../limits.ts";
import type { StorageArea } from "../storage.ts";

/**
 * The last search in the popup of each tab: the popup closes at any click in the page, and should show the search
 * again. In session storage, which is in memory.
 */

/** Maximum number of tabs that someone switches between. */
export const SEARCHED_TABS_MAX = 20;

const SEARCHED = "searched";

const searched = z.array(
  z.strictObject({
    tabId: z.number(),
    /** Empty only if the search is narrowed. */
    text: z.string().check(lengthWithin(0, SEARCH_MAX_CHARS)),
    narrowed: z.exactOptional(narrowed),
    /** The selection in the page when a search last started with it: only another selection starts a new search. */
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
 * @param text empty: there is no search any more, unless it is narrowed
 * @param beside.selected the selection that the search starts with; absent: the same as before
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

/** Another zone is in use, in which a group's ID means nothing. A role has the same name there, if it exists. */
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

/** Clears it for all tabs. */
export function forgetSearched(area: StorageArea): Promise<void> {
  return area.remove(SEARCHED);
}
