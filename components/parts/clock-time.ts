import { locale } from "../../lib/i18n.ts";

const MINUTE = 60_000;

/** The first full minute that is not before a moment, by the reader's clock: "until 09:05" must not be over too early. */
export function clockTime(moment: number): string {
  return new Date(Math.ceil(moment / MINUTE) * MINUTE).toLocaleTimeString(locale, {
    hour: "2-digit",
    minute: "2-digit",
  });
}
