/** The pointer's rest on a mention, until the card opens. Times are ms since the epoch. */
export interface Rest {
  /** When the pointer came onto the mention. */
  since: number;
  /** Since when it is still, while it may yet be passing by; absent once the rest is taken to be meant, or will not be. */
  stillSince?: number;
}

/**
 * Milliseconds that the pointer is still before its rest looks meant, and the look-up begins. Well-known libraries load
 * links ahead after 65 ms (instant.page); a look-up is a request to somebody else's server, and waits a little longer.
 */
export const MEANT_MS = 80;

/** Milliseconds before the opening in which there is nothing to gain any more. */
const GAIN_MIN_MS = 40;

/** A rest, and in how many ms it is to be looked at again. */
export interface Awaited {
  rest: Rest;
  ms: number;
}

/** @param showMs milliseconds of rest until the card opens */
export function restBegins(time: number, showMs: number): Awaited {
  return still({ since: time }, time, showMs);
}

/** The pointer has moved within the mention. @returns undefined when that changes nothing */
export function restStirs({ since, stillSince }: Rest, time: number, showMs: number) {
  return stillSince === undefined ? undefined : still({ since }, time, showMs);
}

/** The time is up. @returns undefined when the card is to open */
export function restIsMeant({ since, stillSince }: Rest, showMs: number): Awaited | undefined {
  if (stillSince === undefined) return undefined;
  return { rest: { since }, ms: left(since, stillSince + MEANT_MS, showMs) };
}

function still({ since }: Rest, time: number, showMs: number): Awaited {
  const ms = left(since, time, showMs);
  return ms < MEANT_MS + GAIN_MIN_MS
    ? { rest: { since }, ms }
    : { rest: { since, stillSince: time }, ms: MEANT_MS };
}

/** Milliseconds until the card opens; never more than if the rest had just begun, however clocks are put. */
function left(since: number, time: number, showMs: number): number {
  return Math.min(showMs, Math.max(0, since + showMs - time));
}
