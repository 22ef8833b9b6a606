/** Duration of a slice of work in a page, and the longest wait for the browser to be idle, in milliseconds. */
export const SLICE_MS = 4;
const IDLE_WAIT_MS = 1_000;

/**
 * Runs work that yields often, in slices of at most SLICE_MS while the browser is idle. Ends early without an error
 * when the signal is aborted.
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

/** Waits until the browser is idle, up to a limit. @returns ms that a slice can last */
function idleTime(): Promise<number> {
  return new Promise((resolve) => {
    requestIdleCallback(
      (deadline) => resolve(Math.min(SLICE_MS, deadline.timeRemaining() || SLICE_MS)),
      { timeout: IDLE_WAIT_MS },
    );
  });
}
