import { number, t } from "../../lib/i18n.ts";
import { onPageOf, type Row } from "./row.ts";
import { nameIn, namesIn } from "./row-words.ts";
import type { Shown } from "./walk.ts";

/** How often someone is mentioned on the page: `4 times`. */
export const times = (count: number) => t("onPage.times", count, [number(count)]);

/** The accessible name of the button that opens a line's person. */
export function openName(row: Row): string {
  const onPage = onPageOf(row);
  const { kind, value } = row.mentioned.query;
  if (row.answer || !onPage) return t("people.open", { value: nameIn(row), facts: namesIn(row) });
  return t(`onPage.lookUp.${kind}`, { value, times: times(onPage.count) });
}

/** Where "Show on page" led. */
export function shownWords(shown: Shown): string | undefined {
  switch (shown.state) {
    case "not-yet":
      return undefined;
    case "shown":
      return t("onPage.place", { place: number(shown.place), total: number(shown.total) });
    case "gone":
      return t("onPage.gone");
    case "lost":
      return t("onPage.notShown");
  }
}
