/** Milliseconds that a slice of work in a page lasts, and that it waits at most for the browser to be idle. */
export const SLICE_MS = 4;
const IDLE_WAIT_MS = 1_000;

/**
 * Carries out work that hands back control often, in slices of at most SLICE_MS while the browser has nothing better
 * to do. Ends early, without a word, when the signal says so.
 */
export async function inSlices(work: Iterator<void>, signal: AbortSignal): Promise<void> {
  for (;;) {
    const rest = await idleTime();
    const until = performance.now() + rest;
    do {
      if (signal.aborted || work.next().done) return;
    } while (performance.now() < until);
  }
}

/** Waits until the browser is idle, not forever. @returns ms that a slice may last */
function idleTime(): Promise<number> {
  return new Promise((resolve) => {
    requestIdleCallback(
      (deadline) => resolve(Math.min(SLICE_MS, deadline.timeRemaining() || SLICE_MS)),
      { timeout: IDLE_WAIT_MS },
    );
  });
}
