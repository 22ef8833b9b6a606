/**
 * Milliseconds that the pointer is on a mention before its rest looks meant, and the look-up begins. Well-known libraries
 * load links ahead after 65 ms (instant.page); a look-up is a request to somebody else's server, and waits a little
 * longer. What it costs on a reader's paths: docs/performance.md.
 */
export const MEANT_MS = 80;

/** Milliseconds before the opening in which there is nothing to gain any more. */
const GAIN_MIN_MS = 40;

/** Whether anything begins ahead of the card. @param showMs milliseconds of rest until it opens */
export function beginsAhead(showMs: number): boolean {
  return showMs >= MEANT_MS + GAIN_MIN_MS;
}

/** Milliseconds until something is to be done about a rest that has just begun. */
export function firstWait(showMs: number): number {
  return beginsAhead(showMs) ? MEANT_MS : showMs;
}
