import * as z from "zod/mini";
import { type Recent, type RecentlySeen, recent } from "../contract/recent.ts";
import { lengthWithin } from "../length-within.ts";
import { queryKey } from "../query-key.ts";
import type { StorageArea } from "../storage.ts";

/** Maximum number of people that the popup lists as seen before: what fits without scrolling. */
export const RECENTS_MAX = 8;

/** The people that the popup has shown in this browser session, latest first; in session storage, like answers. */

const RECENTS = "recents";

const recents = z.array(recent).check(lengthWithin(0, RECENTS_MAX));

export async function readRecents(area: StorageArea): Promise<Recent[]> {
  return recents.safeParse((await area.get(RECENTS))[RECENTS]).data ?? [];
}

export async function rememberRecent(area: StorageArea, shown: Recent): Promise<void> {
  const isSame = ({ query }: Recent) => queryKey(query) === queryKey(shown.query);
  const others = (await readRecents(area)).filter((one) => !isSame(one));
  await area.set({ [RECENTS]: [shown, ...others].slice(0, RECENTS_MAX) });
}

/**
 * Each person once, as last seen: someone who was seen by address and by ID is one person if the cached answers say so.
 * An address that several people have isn't merged with any of them.
 */
export function uniquePeople(seen: readonly RecentlySeen[]): RecentlySeen[] {
  const ids = new Set<string>();
  return seen.filter((one) => {
    const id = userIdOf(one);
    if (id === undefined) return true;
    return !ids.has(id) && ids.add(id);
  });
}

function userIdOf({ query, answer }: RecentlySeen): string | undefined {
  if (query.kind === "id") return query.value;
  return answer?.state === "found" && answer.users.length === 1 ? answer.users[0].id : undefined;
}

export function forgetRecents(area: StorageArea): Promise<void> {
  return area.remove(RECENTS);
}
