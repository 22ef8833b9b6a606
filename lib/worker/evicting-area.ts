import { isCached, writeMakingRoom } from "../directory/keeping.ts";
import type { StorageArea } from "../storage.ts";

/**
 * Session storage that works even when it is full (10 MB, in Chromium and Firefox). To store something else, it evicts
 * cached answers, each of which costs one request at most. What doesn't fit even then is held in memory as long as this
 * worker lives. No older value of it stays in storage, because the next worker would believe it.
 *
 * Cached answers don't evict one another: their writers are told that there is no room, and do without.
 */
export function evictingArea(area: StorageArea): StorageArea {
  const held = new Map<string, unknown>();
  /** The last write or removal of each key: retrying an older one must not undo it. */
  const latest = new Map<string, object>();

  function begin(keys: string[]): () => string[] {
    const turn = {};
    for (const key of keys) latest.set(key, turn);
    return () => keys.filter((key) => latest.get(key) === turn);
  }

  return {
    async get(key) {
      if (key !== null && held.has(key)) return { [key]: copied(held.get(key)) };
      const stored = await area.get(key);
      return key === null ? { ...stored, ...copied(Object.fromEntries(held)) } : stored;
    },
    async set(items) {
      const keys = Object.keys(items);
      if (keys.every(isCached)) return area.set(items);
      const stillMeant = begin(keys);
      try {
        await area.set(items);
        for (const key of stillMeant()) held.delete(key);
      } catch {
        const left = Object.fromEntries(stillMeant().map((key) => [key, items[key]]));
        const isStored = await writeMakingRoom(area, () => area.set(left));
        const meant = stillMeant();
        if (!isStored) await area.remove(meant);
        for (const key of meant) {
          if (isStored) held.delete(key);
          else held.set(key, copied(items[key]));
        }
      }
    },
    async remove(keys) {
      begin([keys].flat());
      for (const key of [keys].flat()) held.delete(key);
      await area.remove(keys);
    },
  };
}

/** Copies a value as the browser does when it stores it: without undefined properties. */
function copied<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}
