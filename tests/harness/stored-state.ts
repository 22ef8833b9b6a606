/**
 * What the extension has stored, read and restored from one of its pages: each function runs there, and is
 * self-contained.
 */

export interface State {
  stored: Record<"local" | "session" | "sync", Record<string, unknown>>;
  /** What a test can change, and only a fresh profile restores. */
  fixed: unknown;
}

/**
 * When the key was last used isn't part of the state: it changes with every lookup. Nor is the copy of the policy,
 * which Chromium 156 provides only seconds after its start.
 */
export async function readState(): Promise<State> {
  const { local, session, sync } = chrome.storage;
  const keys = (area: object) => Object.entries(area).sort(([a], [b]) => (a < b ? -1 : 1));
  const ordered = async (area: chrome.storage.StorageArea) => {
    const { "credential.last-use": _, policy: __, ...rest } = await area.get();
    return Object.fromEntries(keys(rest));
  };
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const rows: unknown[] = [];
  for (const { name = "" } of await indexedDB.databases()) {
    if (name.startsWith("copy-of-")) continue;
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

/** The extension's database of the keys that the browser stores, which can't be read; and a copy of it. */
export const KEYS = "credentials";
export const copyOf = (state: string) => `copy-of-${KEYS}-${state}`;

/** Replaces the keys of one database by those of another. */
export async function copyKeys([from, to]: readonly [string, string]): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const open = (name: string) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore("keys");
    return done(request);
  };
  const [source, target] = [await open(from), await open(to)];
  const read = source.transaction("keys").objectStore("keys");
  const [ids, keys] = await Promise.all([done(read.getAllKeys()), done(read.getAll())]);
  const written = target.transaction("keys", "readwrite").objectStore("keys");
  await Promise.all([done(written.clear()), ...ids.map((id, n) => done(written.put(keys[n], id)))]);
  source.close();
  target.close();
}

/** Writes only what differs, because each write triggers listeners. The key counts as used just now. */
export async function putBack(stored: State["stored"]): Promise<void> {
  for (const name of ["local", "session", "sync"] as const) {
    const { "credential.last-use": _, policy: __, ...now } = await chrome.storage[name].get();
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
