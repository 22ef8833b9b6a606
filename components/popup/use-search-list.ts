import { useEffect } from "preact/hooks";
import { useKept } from "../parts/kept.ts";
import type { LoadedOnce } from "../parts/load-once.ts";
import type { RecentsStore } from "./recents-store.ts";
import { type SearchOption, searchOptions } from "./search-options.ts";
import type { SearchStore } from "./search-store.ts";

/** The list below a search field, as far as the field needs to know. */
export interface SearchList {
  /** Who can be opened from the field now. */
  options: readonly SearchOption[];
  /** A list is shown; possibly of an older text, whose users can no longer be opened. */
  expanded: boolean;
}

/**
 * The options that the field's keys move through, in popup and side panel. Recents are read on first use.
 *
 * @param rest draws the users found: until it is loaded there is no list to move through
 * @param isShown whether the part below the field is shown at all
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
