/**
 * How long this content script can act: until its extension is reloaded, updated or removed, or the site is turned off.
 * Everything that runs over time ends with `signal`.
 */
export interface Lifetime {
  readonly signal: AbortSignal;
  /** Whether the extension of this script is still there. Ends the lifetime if it isn't. */
  alive(): boolean;
  end(): void;
}

export function beginLifetime(): Lifetime {
  const controller = new AbortController();
  const { signal } = controller;
  return {
    signal,
    alive() {
      // After a reload Chromium leaves `chrome.runtime` in place but removes its ID.
      if (!signal.aborted && chrome.runtime?.id === undefined) controller.abort();
      return !signal.aborted;
    },
    end: () => controller.abort(),
  };
}
