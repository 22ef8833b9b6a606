import { createNeedle } from "../needle.ts";
import { FACTS, SECRETS } from "./canaries.ts";

/** A place where something is stored, and its content as text. */
export type Area = readonly [name: string, content: string];

const canaries = [...SECRETS, ...FACTS].map(createNeedle);

/** Each canary that is stored, in words. */
export function canariesIn(areas: readonly Area[]): string[] {
  return areas.flatMap(([name, content]) =>
    canaries
      .filter((canary) => canary.isIn(Buffer.from(content)))
      .map(({ text }) => `${text} is in ${name}`),
  );
}

/**
 * What the extension has stored. Excludes `storage.session`: that is memory that pages can't read, and the one place
 * that is allowed to have the key in use and the answers. Also excludes `storage.managed`, which no extension can
 * write; Chromium 156 provides it only seconds after its start. Runs in a page of the extension's origin, and is
 * self-contained. Bytes are returned as characters with the same codes.
 */
export async function readAreas(): Promise<Area[]> {
  const text = (value: unknown): string => {
    if (value instanceof ArrayBuffer) return text(new Uint8Array(value));
    if (value instanceof Uint8Array) return String.fromCharCode(...value);
    if (typeof value !== "object" || value === null) return String(value);
    return Object.entries(value)
      .map(([key, member]) => `${key} ${text(member)}`)
      .join("\n");
  };
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const areas: Area[] = [];
  for (const name of ["local", "sync"] as const)
    areas.push([`storage.${name}`, text(await chrome.storage[name].get())]);
  for (const { name = "" } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      const rows = db.transaction(store).objectStore(store);
      areas.push([
        `IndexedDB, ${name}`,
        text([await done(rows.getAllKeys()), await done(rows.getAll())]),
      ]);
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      areas.push([
        `CacheStorage, ${name}`,
        `${request.url} ${await (await cache.match(request))?.text()}`,
      ]);
  }
  return areas;
}
