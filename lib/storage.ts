/** The part of a browser storage area that the extension uses; tests pass one in memory. */
export interface StorageArea {
  /** @param key null for everything */
  get(key: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}
