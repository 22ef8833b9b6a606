/** Times in the sandbox, in milliseconds since 1970. They are fixed, so that screenshots are the same every day. */

/** Nothing in the sandbox happened after this time: it is the sandbox's current time. */
export const LAST_EVENT = Date.parse("2026-11-20T18:00:00Z");

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** When a zone's providers, roles, groups and the like were set up, RFC 3339. */
export const SET_UP = "2024-05-27T08:00:00.000Z";

/** RFC 3339. */
export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** A random time in an interval. @param hashed an unsigned 32-bit number */
export function between(from: number, until: number, hashed: number): number {
  return from + Math.floor((until - from) * (hashed / 2 ** 32));
}
