/**
 * Two clocks, and what each is for. Which one a part takes is in the name: `now` or `elapsed`.
 *
 * - `now`: milliseconds since the epoch, by the computer's clock (`Date.now`). It can be put forward and back. For
 *   moments that are stored or shown: they outlive the worker.
 * - `elapsed`: milliseconds since the worker began (`performance.now`). Nobody can put it back, and it ends with the
 *   worker. For durations that begin and end in one worker.
 */
export interface Clocks {
  now: () => number;
  elapsed: () => number;
}

/**
 * Whether a stored moment is less than so many milliseconds ago. One that lies in the future was noted before the clock
 * was put back: how long ago it really was nobody knows, so it counts as old.
 *
 * @param now ms since the epoch
 */
export function isWithin(moment: number, forMs: number, now: number): boolean {
  const age = now - moment;
  return age >= 0 && age < forMs;
}

/** Milliseconds until a moment, 0 once it is past. @param now ms since the epoch */
export function msUntil(moment: number, now: number): number {
  return Math.max(0, moment - now);
}
