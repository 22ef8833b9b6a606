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

declare global {
  /** Set in the content script's own world, which the page cannot see. */
  var keycardLookupLifetime: Lifetime | undefined;
}

/**
 * Begins the lifetime of the content script in this document.
 *
 * @returns undefined when one is alive already: a script that the manifest or a registration has put
 * in may be injected a second time by a command or menu.
 */
export function beginLifetime(): Lifetime | undefined {
  if (globalThis.keycardLookupLifetime?.alive()) return undefined;
  const controller = new AbortController();
  const lifetime: Lifetime = {
    signal: controller.signal,
    alive() {
      // After a reload Chromium leaves `chrome.runtime` in place but takes its id away.
      if (!controller.signal.aborted && chrome.runtime?.id === undefined) controller.abort();
      return !controller.signal.aborted;
    },
    end: () => controller.abort(),
  };
  globalThis.keycardLookupLifetime = lifetime;
  return lifetime;
}
