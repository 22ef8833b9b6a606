import { httpDate } from "./http-date.ts";

/**
 * Milliseconds by which two clocks can differ before it is reported. Kerberos has used the same limit since RFC 1510
 * (1993), so the clock of a computer in an organization is more accurate; and a reply's `Date` can be older than its
 * arrival by the duration of a request.
 */
export const CLOCKS_DIFFER_MS = 5 * 60_000;

/**
 * How far this computer's clock is ahead of the server's, by the `Date` of a reply that has just arrived; negative if
 * it is behind.
 *
 * @param nowMs ms since the epoch, by this computer
 * @returns ms; undefined if the clocks agree, or the reply has no date
 */
export function clockAheadMs(headers: Headers, nowMs: number): number | undefined {
  const said = httpDate(headers.get("date"));
  if (said === undefined) return undefined;
  const ahead = nowMs - said;
  return Math.abs(ahead) > CLOCKS_DIFFER_MS ? ahead : undefined;
}
