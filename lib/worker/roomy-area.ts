import { isKept, writtenWithRoom } from "../directory/keeping.ts";
import type { StorageArea } from "../storage.ts";

/**
 * Session storage that fails nobody when it is full (10 MB, in Chromium and Firefox). What finds no room takes that of
 * kept answers, each of which costs a request at most; what finds none even then is held in memory, as long as this
 * worker lives. Of that nothing older is left in the storage, or the next worker would believe it.
 *
 * Kept answers make no room for one another: that there is none is told to their writers, who do without.
 */
export function roomyArea(area: StorageArea): StorageArea {
  const held = new Map<string, unknown>();
  /** What was written or removed last under each key: an older one that is tried again must not undo it. */
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
      if (keys.every(isKept)) return area.set(items);
      const stillMeant = begin(keys);
      try {
        await area.set(items);
        for (const key of stillMeant()) held.delete(key);
      } catch {
        const left = Object.fromEntries(stillMeant().map((key) => [key, items[key]]));
        const isStored = await writtenWithRoom(area, () => area.set(left));
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

/** As the browser copies what it stores: without what is undefined. */
function copied<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}
