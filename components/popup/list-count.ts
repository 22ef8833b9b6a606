import { number, t } from "../../lib/i18n.ts";
import { type People, peopleIn } from "../people/use-people.ts";

/** How many people a list contains, as far as known; before that, how many addresses and IDs. */
export function listCount({ mentioned, rows, isLookedUp }: People): string {
  if (!isLookedUp) return t("onPage.count", mentioned.length, [number(mentioned.length)]);
  const found = peopleIn(rows);
  return t("people.people", found, [number(found)]);
}
