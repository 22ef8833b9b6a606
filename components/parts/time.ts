import { language, locale, t } from "../../lib/i18n.ts";
import { UNITS } from "./time-span.ts";

/** Times as the API writes them (RFC 3339), and how people read them. */

/** Date and time with an offset; without one the time is ambiguous, and isn't guessed. */
const RFC3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;

/** @returns ms since the epoch, or undefined if the text isn't a date-time: then show it unchanged */
export function momentOf(text: string): number | undefined {
  if (!RFC3339.test(text)) return undefined;
  const moment = Date.parse(text.replace(" ", "T"));
  // With its offset it can be before the year 0 or after 9999 in UTC, which this format can't express.
  const year = new Date(moment).getUTCFullYear();
  return year >= 0 && year <= 9999 ? moment : undefined;
}

/** The order of a date in a ticket: day first if the language has both orders, as English does. */
const inUtc = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

const pad = (number: number, digits = 2) => String(number).padStart(digits, "0");

/** `2 Nov 2026 09:14 UTC`: the same for everyone who reads the ticket, wherever they are. */
export function exactUtc(moment: number): string {
  const date = new Date(moment);
  // The year separately, because a calendar has no year 0.
  const day = inUtc
    .formatToParts(date)
    .map(({ type, value }) => (type === "year" ? pad(date.getUTCFullYear(), 4) : value))
    .join("");
  return `${day} ${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())} UTC`;
}

/** Both, for the tooltip of a time that is only shown as "3 days ago": `2 Nov 2026, 10:14 (2 Nov 2026 09:14 UTC)`. */
export function exactLocal(moment: number): string {
  return `${dayAndTime(moment)} (${exactUtc(moment)})`;
}

const relative = new Intl.RelativeTimeFormat(locale, { numeric: "always" });

const brief = new Intl.RelativeTimeFormat(locale, { numeric: "always", style: "short" });

/** `3 min. ago`, for little space. @param now ms since the epoch */
export const brieflyTo = (moment: number, now: number): string => relativeTo(moment, now, brief);

/** `3 days ago`. @param now ms since the epoch */
export function relativeTo(moment: number, now: number, format = relative): string {
  const age = now - moment;
  const unit = UNITS.find(([, length]) => Math.abs(age) >= length);
  if (!unit) return t("time.now");
  return format.format(-Math.trunc(age / unit[1]), unit[0]);
}

/** `2 Nov 2026`, in the reader's time zone. @param moment ms since the epoch */
export const day = (moment: number): string =>
  new Date(moment).toLocaleDateString(locale, { dateStyle: "medium" });

/** `2 Nov`, or `Nov 2025` if in another year: for very little space. @param now ms since the epoch */
export function shortDay(moment: number, now: number): string {
  const date = new Date(moment);
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  return date.toLocaleDateString(
    locale,
    isThisYear ? { day: "numeric", month: "short" } : { month: "short", year: "numeric" },
  );
}

/** `2 Nov 2026, 10:14`, in the reader's language and time zone. @param moment ms since the epoch */
export const dayAndTime = (moment: number): string =>
  new Date(moment).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" });

/** `15 minutes`, `2 hours`. @param minutes a whole number */
export function duration(minutes: number): string {
  const [value, unit] = minutes % 60 === 0 ? [minutes / 60, "hour"] : [minutes, "minute"];
  return value.toLocaleString(locale, { style: "unit", unit, unitDisplay: "long" });
}
