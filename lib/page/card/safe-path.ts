import type { Point } from "../pointer.ts";
import type { Box } from "./placement.ts";

/** How far a hand may stray from the straight path, CSS px. */
const STRAY_PX = 24;

/**
 * Whether a pointer that left the word at `from` is on its way to the card: inside the triangle between that point and
 * the card's near side (the "safe triangle" of nested menus).
 */
export function isTowards(from: Point, point: Point, card: Box): boolean {
  const right = card.left + card.width;
  const bottom = card.top + card.height;
  const corners: [Point, Point] =
    from.y <= card.top
      ? [
          { x: card.left - STRAY_PX, y: card.top },
          { x: right + STRAY_PX, y: card.top },
        ]
      : from.y >= bottom
        ? [
            { x: card.left - STRAY_PX, y: bottom },
            { x: right + STRAY_PX, y: bottom },
          ]
        : from.x <= card.left
          ? [
              { x: card.left, y: card.top - STRAY_PX },
              { x: card.left, y: bottom + STRAY_PX },
            ]
          : [
              { x: right, y: card.top - STRAY_PX },
              { x: right, y: bottom + STRAY_PX },
            ];
  return isInTriangle(point, from, ...corners);
}

function isInTriangle(p: Point, a: Point, b: Point, c: Point): boolean {
  const sides = [cross(p, a, b), cross(p, b, c), cross(p, c, a)];
  return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
}

/** Twice the signed area of the triangle p, a, b: its sign says on which side of the line a-b the point p lies. */
function cross(p: Point, a: Point, b: Point): number {
  return (a.x - p.x) * (b.y - p.y) - (b.x - p.x) * (a.y - p.y);
}
