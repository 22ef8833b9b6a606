import type { Sought } from "../messages/page-messages.ts";
import type { Found } from "./found.ts";
import { mentionAtPoint } from "./mention-at-point.ts";
import { mentionOfFocus } from "./mention-of-focus.ts";

/** Remembers where the browser's context menu was opened last. */
export interface MenuMemory {
  /**
   * Where to show what the menu asked for.
   *
   * @param sought whom the menu names (selection, link); undefined in a field: whoever stands there
   */
  found(sought: Sought | undefined): Found | undefined;
}

export function rememberMenu(signal: AbortSignal): MenuMemory {
  let place: { x: number; y: number } | undefined;
  document.addEventListener(
    "contextmenu",
    (event) => {
      if (event.isTrusted) place = { x: event.clientX, y: event.clientY };
    },
    { capture: true, passive: true, signal },
  );
  return {
    found(sought) {
      const there = place && mentionAtPoint(place.x, place.y);
      if (there && (!sought || sought.value === there.sought.value)) return there;
      if (!sought) return mentionOfFocus();
      return { sought, box: boxAt(place), element: document.documentElement };
    },
  };
}

/** The selection's box; a script put in by the menu itself has not seen the click: the middle of the window then. */
function boxAt(place: { x: number; y: number } | undefined): DOMRectReadOnly {
  if (place) return new DOMRect(place.x, place.y, 0, 0);
  const selection = document.getSelection();
  if (selection && !selection.isCollapsed && selection.rangeCount > 0)
    return selection.getRangeAt(0).getBoundingClientRect();
  return new DOMRect(innerWidth / 2, innerHeight / 3, 0, 0);
}
