import type { Lifetime } from "./lifetime.ts";

/** Milliseconds between two checks that the document is still the one whose events are heard, and the extension there. */
const DOCUMENT_CHECK_MS = 1_000;

/**
 * Listens to the document, and again to what `document.open` makes of it: that takes every listener away, those of
 * content scripts too, runs no content script anew, and tells nobody (measured in Chromium 156, 2026-11). Mail readers
 * write messages into empty frames that way. The only other sign would be an observer.
 *
 * Also notices within that time that the extension is gone.
 */
export function keepListening(listen: (signal: AbortSignal) => void, lifetime: Lifetime): void {
  let root: Element | null | undefined;
  let listening: AbortController | undefined;

  function check(): void {
    if (!lifetime.alive() || root === document.documentElement) return;
    root = document.documentElement;
    listening?.abort();
    listening = new AbortController();
    listen(listening.signal);
  }

  check();
  const timer = setInterval(check, DOCUMENT_CHECK_MS);
  lifetime.signal.addEventListener("abort", () => {
    clearInterval(timer);
    listening?.abort();
  });
}
