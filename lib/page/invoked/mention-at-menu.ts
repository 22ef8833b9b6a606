import type { SubjectPattern } from "../../mentions/index.ts";
import type { Query } from "../../query.ts";
import type { Found } from "../found.ts";
import type { Point } from "../pointer.ts";
import { mentionOfFocus } from "./mention-of-focus.ts";

/**
 * Returns the mention that the context menu was opened on.
 *
 * @param place the position; undefined if this script was injected only after the menu had opened
 * @param query the person that the menu item names (selection, link); undefined in a field, where the text at the click
 * decides
 */
export function mentionAtMenu(
  place: Point | undefined,
  query: Query | undefined,
  patterns: readonly SubjectPattern[],
): Found | undefined {
  const there = place && globalThis.keycardLookupLook?.(place.x, place.y, patterns);
  if (typeof there === "object" && (!query || query.value === there.query.value)) return there;
  if (!query) return mentionOfFocus(patterns);
  const element = document.documentElement;
  const source = document.getSelection()?.isCollapsed === false ? undefined : "link";
  return { query, source, box: boxAt(place), element, isThere: () => true };
}

/** The selection's box, or a point near the middle of the window if nothing is selected. */
function boxAt(place: Point | undefined): DOMRectReadOnly {
  if (place) return new DOMRect(place.x, place.y, 0, 0);
  const selection = document.getSelection();
  if (selection && !selection.isCollapsed && selection.rangeCount > 0)
    return selection.getRangeAt(0).getBoundingClientRect();
  return new DOMRect(innerWidth / 2, innerHeight / 3, 0, 0);
}
