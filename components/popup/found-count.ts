import { number, t } from "../../lib/i18n.ts";
import type { FoundByText } from "./search-store.ts";

/** How complete the loaded list is, according to the zone. */
type Extent =
  /** The list has ended: these are all. */
  | { state: "all" }
  /** The zone counts more than are loaded. */
  | { state: "of"; total: number }
  /** The list continues, no one knows how far. */
  | { state: "more" }
  /** The zone can have more users than its list shows (doubt). */
  | { state: "doubtful" };

function extentOf({ users, total, more, doubt }: FoundByText): Extent {
  if (total !== undefined && total > users.length) return { state: "of", total };
  if (more.state !== "none") return { state: "more" };
  return { state: doubt === undefined ? "all" : "doubtful" };
}

/**
 * How many were found, as far as known (docs/certainty.md).
 *
 * @param left how many the filters leave; undefined if nothing is filtered
 */
export function foundCount(found: FoundByText, left: number | undefined): string {
  const loaded = found.users.length;
  const extent = extentOf(found);
  if (left === undefined)
    switch (extent.state) {
      case "all":
        return t("popup.users", loaded, [number(loaded)]);
      case "of":
        return countOf(loaded, extent.total);
      case "more":
        return t("popup.usersAndMore", loaded, [number(loaded)]);
      case "doubtful":
        return t("popup.usersAndPerhapsMore", loaded, [number(loaded)]);
    }
  const counts = { left: number(left), loaded: number(loaded) };
  switch (extent.state) {
    case "all":
      return countOf(left, loaded);
    case "of":
      return t("search.leftOfTotal", { ...counts, total: number(extent.total) });
    case "more":
      return t("search.leftAndMore", counts);
    case "doubtful":
      return t("search.leftAndPerhapsMore", counts);
  }
}

function countOf(shown: number, count: number): string {
  return t("search.countOf", count, [number(count)], { shown: number(shown) });
}
