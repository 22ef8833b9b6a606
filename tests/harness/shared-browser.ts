import type { Page } from "@playwright/test";
import { optionsPage, sendFromOptions } from "./extension-page.ts";
import { stopWorker } from "./kill-worker.ts";
import type { WitnessedBrowser } from "./witness/launch.ts";

/** A browser that tests use one after another, because starting one takes longer than most of them do. */
export interface SharedBrowser {
  browser: WitnessedBrowser;
  /**
   * Makes everything as it was in the beginning: one page, of options; what is stored; a worker that remembers nothing.
   *
   * @returns false when something is otherwise that cannot be put back: then no test may use it any more
   */
  restore(): Promise<boolean>;
}

/** @param browser as each test is to find it */
export async function share(browser: WitnessedBrowser): Promise<SharedBrowser> {
  const atFirst = await (await optionsPage(browser)).evaluate(readState);
  return {
    browser,
    async restore() {
      await stopWorker(browser);
      const options = await onlyOptions(browser);
      await options.evaluate(putBack, atFirst.stored);
      await options.reload();
      const read = await hasRead(options);
      // To tell options of the zones it has remembered them, which that of a fresh browser has not.
      await stopWorker(browser);
      await sendFromOptions(browser, { type: "connection" });
      const now = await options.evaluate(readState);
      return read && JSON.stringify(now) === JSON.stringify(atFirst);
    },
  };
}

/** Closes all other pages. */
async function onlyOptions(browser: WitnessedBrowser): Promise<Page> {
  const { context } = browser;
  const options = await optionsPage(browser);
  for (const page of context.pages()) if (page !== options) await page.close();
  await Promise.all([context.clearCookies(), context.clearPermissions(), context.unrouteAll()]);
  return options;
}

/** @returns whether options came to show the zones, and so will ask for nothing more */
function hasRead(options: Page): Promise<boolean> {
  const zones = options.getByRole("combobox", { name: "Zone" });
  return zones.waitFor().then(
    () => true,
    () => false,
  );
}

interface State {
  stored: Record<"local" | "session" | "sync", Record<string, unknown>>;
  /** What a test may change, and only a fresh profile undoes. */
  fixed: unknown;
}

/** Runs in the page. When the key was last used is none of the state: it changes with every look-up. */
async function readState(): Promise<State> {
  const { local, session, sync } = chrome.storage;
  const keys = (area: object) => Object.entries(area).sort(([a], [b]) => (a < b ? -1 : 1));
  const ordered = async (area: chrome.storage.StorageArea) => {
    const { "credential.last-use": _, ...rest } = await area.get();
    return Object.fromEntries(keys(rest));
  };
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const rows: unknown[] = [];
  for (const { name = "" } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name));
    for (const store of db.objectStoreNames)
      rows.push([name, store, await done(db.transaction(store).objectStore(store).getAllKeys())]);
    db.close();
  }
  return {
    stored: {
      local: await ordered(local),
      session: await ordered(session),
      sync: await ordered(sync),
    },
    fixed: {
      rows,
      permitted: await chrome.permissions.getAll(),
      registered: await chrome.scripting.getRegisteredContentScripts(),
      web: [{ ...localStorage }, { ...sessionStorage }],
    },
  };
}

/** Runs in the page. Writes only what differs: each write wakes those that listen. The key counts as used just now. */
async function putBack(stored: State["stored"]): Promise<void> {
  for (const name of ["local", "session", "sync"] as const) {
    const { "credential.last-use": _, ...now } = await chrome.storage[name].get();
    const { [name]: then } = stored;
    const gone = Object.keys(now).filter((key) => !(key in then));
    const changed = Object.entries(then).filter(
      ([key, value]) => JSON.stringify(now[key]) !== JSON.stringify(value),
    );
    if (gone.length > 0) await chrome.storage[name].remove(gone);
    if (changed.length > 0) await chrome.storage[name].set(Object.fromEntries(changed));
  }
  await chrome.storage.session.set({ "credential.last-use": Date.now() });
}
