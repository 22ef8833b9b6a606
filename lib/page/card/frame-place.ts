import type { Anchor } from "../../messages/page-messages.ts";
import type { TopView } from "../top-view.ts";

/**
 * Carries a box from a frame inside the page over to the top frame, across origins, without asking the page:
 * both frames know where the pointer is on the screen, and the top frame also knows where that is in its own viewport.
 */

/** The anchor of a frame in the top frame's viewport, CSS px. */
export function toTop(
  anchor: Anchor,
  view: TopView | undefined,
  frameUnderPointer: Element | null,
): DOMRectReadOnly {
  const { pointer } = anchor;
  if (pointer && view) {
    const x = view.pointer.x + (pointer.screenX - view.pointer.screenX) / view.zoom;
    const y = view.pointer.y + (pointer.screenY - view.pointer.screenY) / view.zoom;
    return new DOMRect(
      x + anchor.left - pointer.x,
      y + anchor.top - pointer.y,
      anchor.width,
      anchor.height,
    );
  }
  const frame = frameUnderPointer?.getBoundingClientRect();
  return new DOMRect(
    (frame?.left ?? 0) + anchor.left,
    (frame?.top ?? 0) + anchor.top,
    anchor.width,
    anchor.height,
  );
}
