import type { Lifetime } from "./lifetime.ts";

/**
 * Milliseconds between two checks that the listeners are still on the current document and the extension is still
 * there.
 */
const DOCUMENT_CHECK_MS = 1_000;

/**
 * Adds listeners to the document, and again after `document.open`, which removes every listener, including those of
 * content scripts, without running content scripts again or notifying anyone (measured in Chromium 156, 2026-11). Mail
 * readers write messages into empty frames in this way. The only other sign would need an observer.
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
