import type { StorageArea } from "../storage.ts";

/** Where answers and knowledge about a zone are stored, and for how long. */
export interface Keeping {
  /** Session storage: it outlives the worker, not the browser. */
  area: StorageArea;
  /** What they belong to: API origin, zone and key. */
  scope: string;
  /** Maximum time to keep anything, ms. */
  keepMs: number;
  /** ms since the epoch */
  now: () => number;
  /** Aborted when the key or zone changes or is removed: whatever arrives later isn't stored. */
  life: AbortSignal;
}

/** Prefixes of the keys in session storage under which data of a zone is stored. */
export const ANSWERS = "answer.";
export const ZONES = "zone.";
export const ASKED = "asked.";
export const FILTERS = "filters.";

/** Whether a key in session storage contains cached data of a zone, which can be removed at any time. */
export function isCached(key: string): boolean {
  return [ANSWERS, ZONES, ASKED, FILTERS].some((kind) => key.startsWith(kind));
}

/** Writes something, removing cached answers to make room if necessary. @returns whether it was written */
export async function writeMakingRoom(
  area: StorageArea,
  write: () => Promise<void>,
): Promise<boolean> {
  await clearCached(area);
  return write().then(
    () => true,
    () => false,
  );
}

/** Removes all cached data, of every scope. */
export async function clearCached(area: StorageArea): Promise<void> {
  const keys = Object.keys(await area.get(null)).filter(isCached);
  if (keys.length > 0) await area.remove(keys);
}
