import { type DeviceKeys, newDeviceKey } from "./device-keys.ts";

/** The browser's encryption keys in memory, for tests. */
export function memoryDeviceKeys(): DeviceKeys & { all: Map<string, CryptoKey> } {
  const all = new Map<string, CryptoKey>();
  return {
    all,
    get: async (id) => all.get(id),
    async create() {
      const id = crypto.randomUUID();
      const key = await newDeviceKey();
      all.set(id, key);
      return { id, key };
    },
    async keepOnly(id) {
      for (const each of all.keys()) if (each !== id) all.delete(each);
    },
  };
}
