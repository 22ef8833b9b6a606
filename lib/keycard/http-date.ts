/**
 * RFC 9110, 5.6.7: the only format that servers may send. The more lenient `Date.parse` would read `1.5` as a day in
 * January.
 */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** @returns ms since the epoch, or undefined if the header is absent or isn't an HTTP date */
export function httpDate(text: string | null): number | undefined {
  if (text === null || !HTTP_DATE.test(text)) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}
