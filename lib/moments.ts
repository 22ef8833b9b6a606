/**
 * Two clocks, and what each is for. The name of a parameter shows which one it is: `now` or `elapsed`.
 *
 * - `now`: milliseconds since the epoch, by the computer's clock (`Date.now`). It can be set forward and back. For
 *   times that are stored or shown: they outlive the worker.
 * - `elapsed`: milliseconds since the worker started (`performance.now`). It can't be set back, and ends with the
 *   worker. For durations that start and end in one worker.
 */
export interface Clocks {
  now: () => number;
  elapsed: () => number;
}

/**
 * Whether a stored time is less than the given number of milliseconds ago. A time in the future was stored before the
 * clock was set back: its real age isn't known, so it counts as old.
 *
 * @param now ms since the epoch
 */
export function isWithin(moment: number, forMs: number, now: number): boolean {
  const age = now - moment;
  return age >= 0 && age < forMs;
}

/** Milliseconds until a time, or 0 once it has passed. @param now ms since the epoch */
export function msUntil(moment: number, now: number): number {
  return Math.max(0, moment - now);
}
