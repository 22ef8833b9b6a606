import { createI18n } from "@wxt-dev/i18n";
import { browser } from "wxt/browser";
import type { GeneratedI18nStructure } from "#i18n";

/**
 * The texts that a user reads, from locales/, in the language of the browser. A name in braces is replaced by its value
 * unchanged, including values from the API; a count is passed twice, as the number that selects the plural form and as
 * its text: `t("users.count", count, [number(count)])`.
 */
export const { t } = createI18n<GeneratedI18nStructure>();

/** The language of the texts, which is English if there are none in the browser's language. */
export const language = t("language");

/**
 * The locale (BCP 47) for dates and numbers: the browser's, with its region, if the texts are in its language. A German
 * date inside an English sentence would help no one.
 */
export const locale = ofLanguage(browser.i18n.getUILanguage()) ?? language;

function ofLanguage(tag: string): string | undefined {
  return tag.split("-")[0] === language ? tag : undefined;
}

/** A number as it is written in the user's language: `1,000`. */
export const number = (value: number): string => value.toLocaleString(locale);

/** `1, 2, 3` */
export const list = (items: string[]): string =>
  new Intl.ListFormat(locale, { type: "unit" }).format(items);

/** `1, 2, or 3` */
export const anyOf = (items: string[]): string =>
  new Intl.ListFormat(locale, { type: "disjunction" }).format(items);

/** Compares words in the order of the user's language. */
export const compare = (one: string, other: string): number => one.localeCompare(other, locale);

type MessageWord<Word extends string> = Word extends `${infer Start}-${infer End}`
  ? `${Start}_${MessageWord<End>}`
  : Word;

/**
 * Converts a name in the code for use in a message's name, in which Chromium allows only letters, digits, `_` and `@`.
 */
export function messageWord<Word extends string>(word: Word): MessageWord<Word> {
  return word.replaceAll("-", "_") as MessageWord<Word>;
}
