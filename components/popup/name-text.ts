import { locale, t } from "../../lib/i18n.ts";

/** The words of a name as they were searched for, any of them: `“farah” or “ndiaye”`. */
export function wordsText(words: readonly string[]): string {
  const quoted = words.map((word) => t("popup.name.word", { word }));
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(quoted);
}

/** What is shown to somebody who has searched for a name. */
export function showingText(words: readonly string[]): string {
  return t("popup.name.showing", { words: wordsText(words) });
}
