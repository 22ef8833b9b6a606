/**
 * How long this content script may act: until its extension is reloaded, updated or removed, or the
 * site is switched off. Everything that lives in time hangs on `signal`.
 */
export interface Lifetime {
  readonly signal: AbortSignal;
  /** Whether the extension behind this script is still there; ends the lifetime when it is not. */
  alive(): boolean;
  end(): void;
}

export function beginLifetime(): Lifetime {
  const controller = new AbortController();
  const { signal } = controller;
  return {
    signal,
    alive() {
      // After a reload Chromium leaves `chrome.runtime` in place but takes its id away.
      if (!signal.aborted && chrome.runtime?.id === undefined) controller.abort();
      return !signal.aborted;
    },
    end: () => controller.abort(),
  };
}
