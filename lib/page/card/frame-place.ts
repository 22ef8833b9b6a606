import type { Anchor } from "../../messages/page-messages.ts";
import { contentOrigin, scaleOf } from "../frames.ts";
import type { PointerPlace } from "../pointer.ts";

/**
 * Carries a box from a frame inside the page over to the top frame, across origins, without asking the page:
 * both frames know where the pointer is on the screen, and the top frame also knows where that is in its own viewport.
 *
 * @param seen where the pointer was last seen in the top frame; without it, or without a pointer in the anchor, the
 * anchor's frame is taken for the one right inside the top frame
 * @param zoom screen px for a CSS px
 * @param frame the element of the frame, or of the one around it
 * @returns the anchor in the top frame's viewport, CSS px
 */
export function toTop(
  { pointer, left, top, width, height }: Anchor,
  seen: PointerPlace | undefined,
  zoom: number,
  frame: Element | null,
): DOMRectReadOnly {
  const scale = frame ? scaleOf(frame) : { x: 1, y: 1 };
  const size = [width * scale.x, height * scale.y] as const;
  if (pointer && seen)
    return new DOMRect(
      seen.x + (pointer.screenX - seen.screenX) / zoom + (left - pointer.x) * scale.x,
      seen.y + (pointer.screenY - seen.screenY) / zoom + (top - pointer.y) * scale.y,
      ...size,
    );
  const origin = frame ? contentOrigin(frame) : { left: 0, top: 0 };
  return new DOMRect(origin.left + left * scale.x, origin.top + top * scale.y, ...size);
}
