import { locale, t } from "../../lib/i18n.ts";

/** The searched words of a name, any of which can match: `“farah” or “ndiaye”`. */
export function wordsText(words: readonly string[]): string {
  const quoted = words.map((word) => t("popup.name.word", { word }));
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(quoted);
}

/** Shown after a search for a name. */
export function showingText(words: readonly string[]): string {
  return t("popup.name.showing", { words: wordsText(words) });
}
