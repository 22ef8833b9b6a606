import { httpDate } from "./http-date.ts";

/** Longest `Retry-After`, in milliseconds, that is accepted: a day. */
export const RETRY_AFTER_MAX_MS = 24 * 60 * 60 * 1_000;

const SECONDS = /^\d+$/;

/**
 * How long the API asks for no requests, in milliseconds from now; at most `RETRY_AFTER_MAX_MS`. A date counts from the
 * reply's own `Date`, or else from `nowMs`: the server's clock and this computer's may differ.
 *
 * @returns undefined if the header is absent or is neither a number of seconds nor an HTTP date
 */
export function retryAfterMs(headers: Headers, nowMs: number): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (SECONDS.test(value)) return Math.min(Number(value) * 1_000, RETRY_AFTER_MAX_MS);
  const until = httpDate(value);
  if (until === undefined) return undefined;
  const from = httpDate(headers.get("date")) ?? nowMs;
  return Math.min(Math.max(until - from, 0), RETRY_AFTER_MAX_MS);
}
