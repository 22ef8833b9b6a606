import type { BrowserContext, Frame, Page } from "@playwright/test";
import { createNeedle } from "../needle.ts";
import { FACTS, SECRETS } from "./canaries.ts";

/**
 * Canaries in what the extension has stored, in words. Not in `storage.session`: that is memory, which pages cannot
 * read, and the one place where the key in use and the answers may stand. Nor in `storage.managed`, into which no
 * extension can write; Chromium 156 gives it seconds after its start only.
 *
 * @param here a page of the extension's origin
 */
export async function judgeStorage(context: BrowserContext, here: Page): Promise<string[]> {
  const origin = `chrome-extension://${new URL(here.url()).host}`;
  const frames = context
    .pages()
    .flatMap((page) => page.frames())
    .filter((frame) => frame.url().startsWith(`${origin}/`));
  const areas = [
    ...(await here.evaluate(readAreas)),
    // Each tab and each frame of another site has one of its own.
    ...(await Promise.all(frames.map(readWebStorage))).flat(),
    ["cookies", JSON.stringify(await context.cookies())] as const,
  ];
  const canaries = [...SECRETS, ...FACTS].map(createNeedle);
  return areas.flatMap(([name, content]) =>
    canaries
      .filter((canary) => canary.isIn(Buffer.from(content)))
      .map(({ text }) => `${text} is in ${name}`),
  );
}

type Area = readonly [name: string, content: string];

/** Nothing of a frame that goes away meanwhile. */
function readWebStorage(frame: Frame): Promise<Area[]> {
  return frame
    .evaluate(
      (url): Area[] => [
        [`localStorage of ${url}`, JSON.stringify(localStorage)],
        [`sessionStorage of ${url}`, JSON.stringify(sessionStorage)],
      ],
      frame.url(),
    )
    .catch(() => []);
}

/** Runs in the page. Bytes are given as characters of the same numbers. */
async function readAreas(): Promise<Area[]> {
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
