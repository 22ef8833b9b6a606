import type { SubjectPattern } from "../../mentions/index.ts";
import type { Query } from "../../query.ts";
import type { Found } from "../found.ts";
import type { Point } from "../pointer.ts";
import { mentionOfFocus } from "./mention-of-focus.ts";

/**
 * The mention that the context menu was opened on.
 *
 * @param place where; unknown to a script that the menu itself has put in
 * @param query whom the menu names (selection, link); undefined in a field: whoever stands there
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

/** The selection's box, else the middle of the window. */
function boxAt(place: Point | undefined): DOMRectReadOnly {
  if (place) return new DOMRect(place.x, place.y, 0, 0);
  const selection = document.getSelection();
  if (selection && !selection.isCollapsed && selection.rangeCount > 0)
    return selection.getRangeAt(0).getBoundingClientRect();
  return new DOMRect(innerWidth / 2, innerHeight / 3, 0, 0);
}
