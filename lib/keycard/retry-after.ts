/** Longest `Retry-After`, in milliseconds, that is believed: a day. */
export const RETRY_AFTER_MAX_MS = 24 * 60 * 60 * 1_000;

const SECONDS = /^\d+$/;

/** RFC 9110, 5.6.7, the one form that may be sent. A looser `Date.parse` would read `1.5` as a day in January. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

function httpDate(text: string | null): number | undefined {
  if (text === null || !HTTP_DATE.test(text)) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}

/**
 * How long the API asks to be left alone, in milliseconds from now; at most `RETRY_AFTER_MAX_MS`.
 * A date counts from the reply's own `Date`, or else from `nowMs`: the server's clock and ours may differ.
 *
 * @returns undefined when the header is absent or is neither whole seconds nor an HTTP date.
 */
export function retryAfterMs(headers: Headers, nowMs: number): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (SECONDS.test(value)) return Math.min(Number(value) * 1_000, RETRY_AFTER_MAX_MS);
  const until = httpDate(value);
  if (until === undefined) return undefined;
  const from = httpDate(headers.get("date")) ?? nowMs;
  return Math.min(Math.max(until - from, 0), RETRY_AFTER_MAX_MS);
}
