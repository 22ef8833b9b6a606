import type { Anchor } from "../../contract/anchor.ts";
import { hoveredFrame, isFrame, outOfFrame } from "../frames.ts";
import type { Point, PointerPlace } from "../pointer.ts";
import { hitChain } from "../shadow.ts";

/**
 * Carries a box from a frame inside the page over to the top frame, across origins, without asking the page.
 *
 * From a frame right inside the top frame over the place of its element. From one further inside over the pointer: both
 * frames know where that is on the screen, and the top frame also where that is in its own viewport.
 *
 * @param seen where the pointer was last seen in the top frame
 * @param zoom screen px for a CSS px
 * @param frame the element of the frame in the top frame, or of the one around it
 * @returns the anchor in the top frame's viewport, CSS px
 */
export function toTop(
  anchor: Anchor,
  seen: PointerPlace | undefined,
  zoom: number,
  frame: Element | null,
): DOMRectReadOnly {
  const { left, top, width, height } = anchor;
  const origin = originOnScreen(anchor, seen, zoom);
  if (origin && !(anchor.isDirect && frame))
    return new DOMRect(origin.x + left, origin.y + top, width, height);
  if (!frame) return new DOMRect(left, top, width, height);
  const carry = outOfFrame(frame);
  const corners = [
    carry(left, top),
    carry(left + width, top),
    carry(left, top + height),
    carry(left + width, top + height),
  ];
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return new DOMRect(x, y, Math.max(...xs) - x, Math.max(...ys) - y);
}

/** Where a frame's document begins in the top frame, as the pointer's places on the screen tell; CSS px. */
function originOnScreen(
  { pointer }: Anchor,
  seen: PointerPlace | undefined,
  zoom: number,
): Point | undefined {
  if (!pointer || !seen) return undefined;
  return {
    x: seen.x + (pointer.screenX - seen.screenX) / zoom - pointer.x,
    y: seen.y + (pointer.screenY - seen.screenY) / zoom - pointer.y,
  };
}

/** How far off a frame may seem for the pointer's place to be in it, CSS px: rounding of screen places. */
const OFF_PX = 4;

/**
 * The element of the frame right inside the top frame that the pointer is in. `:hover` does not say: no page is told of
 * a pointer that goes from a frame of one process into that of another (Chromium 156, measured 2026-11).
 *
 * @returns null when none fits: it is further inside, or the top frame has never seen the pointer
 */
export function frameOfPointer(
  anchor: Anchor,
  seen: PointerPlace | undefined,
  zoom: number,
): Element | null {
  const origin = originOnScreen(anchor, seen, zoom);
  const { pointer } = anchor;
  if (!origin || !pointer) return null;
  const inTop = { x: origin.x + pointer.x, y: origin.y + pointer.y };
  const fits = (frame: Element) => {
    const carry = outOfFrame(frame);
    // In a transformed frame of another process the screen's places are as if it were not: only its origin is right.
    return isClose(carry(pointer.x, pointer.y), inTop) || isClose(carry(0, 0), origin);
  };
  const { element } = hitChain(inTop.x, inTop.y);
  const candidates = [element, hoveredFrame(), ...document.querySelectorAll("iframe, frame")];
  return candidates.find((frame) => frame !== null && isFrame(frame) && fits(frame)) ?? null;
}

function isClose(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) < OFF_PX && Math.abs(a.y - b.y) < OFF_PX;
}
