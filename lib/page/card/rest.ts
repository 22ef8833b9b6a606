/**
 * Milliseconds that the pointer is on a mention before it seems to rest on purpose, and the lookup starts. Well-known
 * libraries preload links after 65 ms (instant.page); a lookup is a request to someone else's server, so it waits a
 * little longer. What it costs on the paths of real readers: docs/performance.md.
 */
export const MEANT_MS = 80;

/** Milliseconds before the opening in which an earlier start gains nothing. */
const GAIN_MIN_MS = 40;

/** Whether anything starts before the card opens. @param showMs milliseconds of rest until it opens */
export function beginsAhead(showMs: number): boolean {
  return showMs >= MEANT_MS + GAIN_MIN_MS;
}

/** Milliseconds until the next step after the pointer has come to rest. */
export function firstWait(showMs: number): number {
  return beginsAhead(showMs) ? MEANT_MS : showMs;
}
