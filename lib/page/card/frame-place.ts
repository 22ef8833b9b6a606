import type { Anchor } from "../../messages/page-messages.ts";
import type { PointerPlace } from "../pointer.ts";

/**
 * Carries a box from a frame inside the page over to the top frame, across origins, without asking the page:
 * both frames know where the pointer is on the screen, and the top frame also knows where that is in its own viewport.
 */

/** Where the top frame last saw the pointer, and how many screen px one of its CSS px is. */
export interface TopView {
  pointer: PointerPlace;
  zoom: number;
}

/**
 * Learns from another place of the pointer in the top frame. Page zoom makes CSS px larger than those of the screen;
 * the ratio shows between two places that are far enough apart.
 */
export function learn(view: TopView | undefined, pointer: PointerPlace): TopView {
  if (!view) return { pointer, zoom: 1 };
  const css = Math.hypot(pointer.x - view.pointer.x, pointer.y - view.pointer.y);
  const screen = Math.hypot(
    pointer.screenX - view.pointer.screenX,
    pointer.screenY - view.pointer.screenY,
  );
  // Below 24 px rounding would weigh more than the zoom; scrolling under the pointer changes neither.
  return { pointer, zoom: css >= 24 && screen > 0 ? screen / css : view.zoom };
}

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
