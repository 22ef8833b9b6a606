/**
 * Calls back when this page is about to be replaced by another one: a page with an extension's frame in it isn't kept
 * in the back/forward cache (Chromium 156). Firefox reports it from 147 on; older ones only fire `pagehide`
 * (listen.ts).
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
