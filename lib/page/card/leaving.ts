/**
 * Calls back when another page is about to take the place of this one: with an extension's frame in it, this one is not
 * kept for the way back (Chromium 156). Firefox says so from 147 on; before, only `pagehide` does (listen.ts).
 */
export function onLeaving(callback: () => void, signal: AbortSignal): void {
  globalThis.navigation?.addEventListener(
    "navigate",
    ({ destination, downloadRequest }) => {
      if (!destination.sameDocument && downloadRequest === null && /^http/.test(destination.url))
        callback();
    },
    { signal },
  );
}
