import { createStore, delMany, get, keys, set, type UseStore } from "idb-keyval";

/**
 * Encryption keys that the browser stores on this device for the extension alone, and never reveals: not extractable,
 * in the extension's IndexedDB. All methods throw if the browser has no IndexedDB for the extension.
 */
export interface DeviceKeys {
  get(id: string): Promise<CryptoKey | undefined>;
  create(): Promise<{ id: string; key: CryptoKey }>;
  /** Removes all except one. */
  keepOnly(id: string | undefined): Promise<void>;
}

export function createDeviceKeys(store: UseStore = createStore("credentials", "keys")): DeviceKeys {
  return {
    async get(id) {
      const key: unknown = await get(id, store);
      return key instanceof CryptoKey ? key : undefined;
    },
    async create() {
      const key = await newDeviceKey();
      const id = crypto.randomUUID();
      await set(id, key, store);
      return { id, key };
    },
    async keepOnly(id) {
      const others = (await keys(store)).filter((each) => each !== id);
      await delMany(others, store);
    },
  };
}

/** A key that can be used but not read. */
export function newDeviceKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
