import { type Kept, kept } from "./kept.ts";

/** The state of something loaded on demand. */
export type Loaded<T> =
  | { state: "away" }
  | { state: "here"; value: T }
  /** The extension was updated or removed while the page was open. */
  | { state: "lost" };

export interface LoadedOnce<T> {
  loaded: Kept<Loaded<T>>;
  /** Loads it unless it is already loaded. Never rejects. */
  load(): Promise<void>;
}

/** Something that was bundled with the page itself. */
export const alreadyLoaded = <T>(value: T): LoadedOnce<T> => ({
  loaded: kept<Loaded<T>>({ state: "here", value }),
  load: () => Promise.resolve(),
});

/**
 * Code that is loaded once. A failure isn't retried: the browser caches it for the lifetime of the document
 * (https://github.com/whatwg/html/issues/6768).
 *
 * @param fetchIt imports it
 */
export function loadOnce<T>(fetchIt: () => Promise<T>): LoadedOnce<T> {
  const loaded = kept<Loaded<T>>({ state: "away" });
  let loading: Promise<void> | undefined;

  async function run(): Promise<void> {
    try {
      loaded.value = { state: "here", value: await fetchIt() };
    } catch {
      loaded.value = { state: "lost" };
    }
  }

  return {
    loaded,
    load() {
      loading ??= run();
      return loading;
    },
  };
}
