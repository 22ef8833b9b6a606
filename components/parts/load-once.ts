import { type Kept, kept } from "./kept.ts";

/** What is loaded when it is wanted. */
export type Loaded<T> =
  | { state: "away" }
  | { state: "here"; value: T }
  /** The extension was updated or removed below the open page. */
  | { state: "lost" };

export interface LoadedOnce<T> {
  loaded: Kept<Loaded<T>>;
  /** Has it loaded, if it is not yet. It never rejects. */
  load(): Promise<void>;
}

/** What came with the page itself. */
export const alreadyLoaded = <T>(value: T): LoadedOnce<T> => ({
  loaded: kept<Loaded<T>>({ state: "here", value }),
  load: () => Promise.resolve(),
});

/**
 * Code that is loaded once. Where that fails it is not tried again: the browser keeps the failure as long as the
 * document lives (https://github.com/whatwg/html/issues/6768).
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
