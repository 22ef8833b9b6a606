import { httpDate } from "./http-date.ts";

/**
 * Milliseconds by which two clocks may differ before it is worth a word. Kerberos has taken the same since RFC 1510
 * (1993), so a computer in an organization is kept closer than that; and a reply's `Date` may be older than its arrival
 * by as long as a request may take.
 */
export const CLOCKS_DIFFER_MS = 5 * 60_000;

/**
 * How far this computer's clock is ahead of the server's, by the `Date` of a reply that has just come; less than 0: it
 * is behind.
 *
 * @param nowMs ms since the epoch, by this computer
 * @returns ms; undefined when they agree, or the reply has no date
 */
export function clockAheadMs(headers: Headers, nowMs: number): number | undefined {
  const said = httpDate(headers.get("date"));
  if (said === undefined) return undefined;
  const ahead = nowMs - said;
  return Math.abs(ahead) > CLOCKS_DIFFER_MS ? ahead : undefined;
}
