import type { Anchor } from "../../contract/anchor.ts";
import { hoveredFrame, isFrame, outOfFrame } from "../frames.ts";
import type { Point, PointerPlace } from "../pointer.ts";
import { hitChain } from "../shadow.ts";

/**
 * Converts a box in a sub-frame to the top frame's viewport, across origins, without asking the page.
 *
 * For a frame directly in the top frame, it uses the position of the frame's element. For one further inside, it uses
 * the pointer: both frames know its position on the screen, and the top frame also knows it in its own viewport.
 *
 * @param seen where the pointer was last seen in the top frame
 * @param zoom screen px per CSS px
 * @param frame the element of the frame in the top frame, or of the frame around it
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

/** The origin of a frame's document in the top frame, computed from the pointer's screen positions; CSS px. */
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

/** Tolerance when matching the pointer's position to a frame, CSS px: screen positions are rounded. */
const OFF_PX = 4;

/**
 * Returns the element of the frame directly in the top frame that the pointer is in. `:hover` can't be used: a page
 * isn't notified when the pointer moves from a frame of one process into a frame of another (Chromium 156, measured
 * 2026-11).
 *
 * @returns null if none fits: the frame is further inside, or the top frame has never seen the pointer
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
    // For a transformed frame of another process, the screen positions ignore the transform: only its origin is right.
    return isClose(carry(pointer.x, pointer.y), inTop) || isClose(carry(0, 0), origin);
  };
  const { element } = hitChain(inTop.x, inTop.y);
  const candidates = [element, hoveredFrame(), ...document.querySelectorAll("iframe, frame")];
  return candidates.find((frame) => frame !== null && isFrame(frame) && fits(frame)) ?? null;
}

function isClose(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) < OFF_PX && Math.abs(a.y - b.y) < OFF_PX;
}
