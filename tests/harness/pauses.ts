/**
 * How slow a hand was as the page saw it. Where a test is about something quick, a busy machine can make its hand so slow
 * that the result means nothing. Both run in the page.
 */

/** Notes when events of this type arrive. */
export function noteArrivals(type: string): void {
  const arrivals: number[] = [];
  Object.assign(globalThis, { arrivals });
  addEventListener(type, () => arrivals.push(performance.now()), true);
}

/** @returns the longest time between two of the events, or, if `untilNow`, since the last one, ms */
export function longestPause(untilNow: boolean): number {
  const { arrivals } = globalThis as unknown as { arrivals: number[] };
  const times = untilNow ? [...arrivals, performance.now()] : arrivals;
  return Math.max(...times.slice(1).map((time, n) => time - (times[n] ?? time)));
}
