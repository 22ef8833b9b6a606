import type { StorageArea } from "../storage.ts";

/** Where answers and what was learned of a zone are kept, and for how long. */
export interface Keeping {
  /** Session storage: it outlives the worker, not the browser. */
  area: StorageArea;
  /** What they belong to: API origin, zone and key. */
  scope: string;
  /** ms for which something may be kept at most */
  keepMs: number;
  /** ms since the epoch */
  now: () => number;
  /** Fires when the key or zone is another, or gone: what comes later is not kept. */
  life: AbortSignal;
}

/** Keys in session storage under which something of a zone is kept. */
export const ANSWERS = "answer.";
export const ZONES = "zone.";
export const ASKED = "asked.";
export const FILTERS = "filters.";

/** Whether a key in session storage is of something kept of a zone: it may go at any time. */
export function isKept(key: string): boolean {
  return [ANSWERS, ZONES, ASKED, FILTERS].some((kind) => key.startsWith(kind));
}

/** Writes something once kept answers have made room for it. @returns whether it is written */
export async function writtenWithRoom(
  area: StorageArea,
  write: () => Promise<void>,
): Promise<boolean> {
  await clearKept(area);
  return write().then(
    () => true,
    () => false,
  );
}

/** Removes all that is kept, of every scope. */
export async function clearKept(area: StorageArea): Promise<void> {
  const keys = Object.keys(await area.get(null)).filter(isKept);
  if (keys.length > 0) await area.remove(keys);
}
