import { locale } from "../../lib/i18n.ts";

const MINUTE = 60_000;

/** The first full minute at or after a time, in the reader's time zone: "until 09:05" must not pass too early. */
export function clockTime(moment: number): string {
  return new Date(Math.ceil(moment / MINUTE) * MINUTE).toLocaleTimeString(locale, {
    hour: "2-digit",
    minute: "2-digit",
  });
}
