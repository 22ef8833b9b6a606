import type { StorageArea } from "./storage.ts";

/** A storage area in memory, for tests. Copies values, as the browser does. */
export function memoryArea(
  initial: Record<string, unknown> = {},
): StorageArea & { all(): Record<string, unknown> } {
  const values = new Map(Object.entries(structuredClone(initial)));
  return {
    async get(key) {
      if (key === null) return structuredClone(Object.fromEntries(values));
      return values.has(key) ? { [key]: structuredClone(values.get(key)) } : {};
    },
    async set(items) {
      // The browser drops undefined properties, as JSON does.
      for (const [key, value] of Object.entries(items))
        values.set(key, JSON.parse(JSON.stringify(value)));
    },
    async remove(keys) {
      for (const key of [keys].flat()) values.delete(key);
    },
    all: () => Object.fromEntries(values),
  };
}
