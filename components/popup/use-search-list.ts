import { useEffect } from "preact/hooks";
import { useKept } from "../parts/kept.ts";
import type { LoadedOnce } from "../parts/load-once.ts";
import type { RecentsStore } from "./recents-store.ts";
import { type SearchOption, searchOptions } from "./search-options.ts";
import type { SearchStore } from "./search-store.ts";

/** The list below a search field, as the field is to know it. */
export interface SearchList {
  /** Who can be opened from the field now. */
  options: readonly SearchOption[];
  /** A list stands there; perhaps of an older text still, whose people cannot be opened any more. */
  expanded: boolean;
}

/**
 * What the field's keys go through, in popup and side panel alike. Recents are read when it is first used.
 *
 * @param rest lists who was found: before that is loaded there is no list to go through
 * @param isShown whether the body stands below the field at all
 */
export function useSearchList(
  store: SearchStore,
  recents: RecentsStore,
  rest: LoadedOnce<unknown>,
  isShown = true,
): SearchList {
  useEffect(() => void recents.load(), [recents]);
  const loaded = useKept(rest.loaded);
  const isListed =
    isShown &&
    store.picking.value === undefined &&
    (store.results.value.state === "idle" || loaded.state === "here");
  if (!isListed) return { options: [], expanded: false };
  const options = searchOptions(store, recents.recents.value);
  return { options, expanded: options.length > 0 || store.shown.value.length > 0 };
}
