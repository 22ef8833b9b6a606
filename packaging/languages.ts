import { readdirSync } from "node:fs";

/** The languages of the extension: each file of locales/ is one, and they are listed nowhere else. */

const ENGLISH = "en";

/** The translations of the English texts, by their codes (BCP 47). */
export const TRANSLATIONS: readonly string[] = readdirSync("locales")
  .map((file) => file.replace(/\.json$/, ""))
  .filter((language) => language !== ENGLISH)
  .sort();

export const LANGUAGES: readonly string[] = [ENGLISH, ...TRANSLATIONS];

/** `English, German and Japanese` */
export function languagesInWords(): string {
  const names = new Intl.DisplayNames("en", { type: "language" });
  return new Intl.ListFormat("en-GB").format(
    LANGUAGES.map((language) => names.of(language) ?? language),
  );
}
