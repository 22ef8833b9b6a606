import { createI18n } from "@wxt-dev/i18n";
import { browser } from "wxt/browser";
import type { GeneratedI18nStructure } from "#i18n";

/**
 * What a person reads, from locales/, in the language of the browser. A name in braces is replaced by its value as it
 * is, those of the API too; a count goes in twice, as the number that chooses between the plurals and as the text
 * of it: `t("users.count", count, [number(count)])`.
 */
export const { t } = createI18n<GeneratedI18nStructure>();

/** The language that the texts are in, which is English where the browser's is none of ours. */
export const language = t("language");

/**
 * The locale (BCP 47) for dates and numbers: the browser's, with its region, where the texts are in its language;
 * a German date inside an English sentence would help nobody.
 */
export const locale = ofLanguage(browser.i18n.getUILanguage()) ?? language;

function ofLanguage(tag: string): string | undefined {
  return tag.split("-")[0] === language ? tag : undefined;
}

/** A number as one writes it in the reader's language: `1,000`. */
export const number = (value: number): string => value.toLocaleString(locale);

/** `1, 2, 3` */
export const list = (items: string[]): string =>
  new Intl.ListFormat(locale, { type: "unit" }).format(items);

/** `1, 2, or 3` */
export const anyOf = (items: string[]): string =>
  new Intl.ListFormat(locale, { type: "disjunction" }).format(items);

/** The order of words in the reader's language. */
export const compare = (one: string, other: string): number => one.localeCompare(other, locale);

type MessageWord<Word extends string> = Word extends `${infer Start}-${infer End}`
  ? `${Start}_${MessageWord<End>}`
  : Word;

/** A word of the code as a part of a message's name, in which Chromium takes letters, digits, `_` and `@` alone. */
export function messageWord<Word extends string>(word: Word): MessageWord<Word> {
  return word.replaceAll("-", "_") as MessageWord<Word>;
}
