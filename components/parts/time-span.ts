import { locale } from "../../lib/i18n.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From which age on (ms) a time is given in which unit (ms). Rounded down: 47 hours are 1 day. */
export const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * DAY],
  ["month", 30 * DAY],
  ["week", 7 * DAY],
  ["day", DAY],
  ["hour", HOUR],
  ["minute", MINUTE],
];

/** `2 hours`: approximate, in the largest unit that fits. @param ms at least one minute */
export function timeSpan(ms: number): string {
  const [unit, length] = UNITS.find(([, each]) => ms >= each) ?? ["minute", MINUTE];
  const value = Math.round(ms / length);
  return value.toLocaleString(locale, { style: "unit", unit, unitDisplay: "long" });
}
