import type { UseStore } from "idb-keyval";
import { expect, test } from "vitest";
import { createDeviceKeys } from "./device-keys.ts";

/** The part of IndexedDB that is used for keys, in memory. */
function memoryStore(entries: Map<IDBValidKey, unknown>): UseStore {
  function done(result?: unknown) {
    const request = { result, onsuccess: () => undefined };
    queueMicrotask(() => request.onsuccess());
    return request;
  }
  return async (_, use) =>
    use({
      get: (id: IDBValidKey) => done(entries.get(id)),
      getAllKeys: () => done([...entries.keys()]),
      put: (value: unknown, id: IDBValidKey) => void entries.set(id, value),
      delete: (id: IDBValidKey) => void entries.delete(id),
      transaction: done(),
    } as unknown as IDBObjectStore);
}

function setUp() {
  const entries = new Map<IDBValidKey, unknown>();
  return { entries, keys: createDeviceKeys(memoryStore(entries)) };
}

test("finds a key by its ID, in the next session too, and no other", async () => {
  const { entries, keys } = setUp();
  const { id, key } = await keys.create();
  expect(await keys.get(id)).toBe(key);
  expect(await createDeviceKeys(memoryStore(entries)).get(id)).toBe(key);
  expect(await keys.get("another")).toBeUndefined();
});

test("each key has its own ID, and can be used but not read", async () => {
  const { keys } = setUp();
  const [one, two] = [await keys.create(), await keys.create()];
  expect(one.id).not.toBe(two.id);
  const { extractable, algorithm, usages } = one.key;
  expect({ extractable, algorithm, usages }).toEqual({
    extractable: false,
    algorithm: { name: "AES-GCM", length: 256 },
    usages: ["encrypt", "decrypt"],
  });
});

test("ignores stored values that aren't keys", async () => {
  const { entries, keys } = setUp();
  entries.set("id", "key");
  expect(await keys.get("id")).toBeUndefined();
});

test("keeps only one, or none", async () => {
  const { entries, keys } = setUp();
  const [, two] = [await keys.create(), await keys.create(), await keys.create()];
  await keys.keepOnly(two.id);
  expect([...entries]).toEqual([[two.id, two.key]]);
  await keys.keepOnly("another");
  expect(entries.size).toBe(0);
  await keys.create();
  await keys.keepOnly(undefined);
  expect(entries.size).toBe(0);
});
