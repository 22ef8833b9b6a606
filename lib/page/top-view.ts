import type { PointerPlace } from "./pointer.ts";

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
