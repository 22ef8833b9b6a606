import { isVisible, treeOf, WHOLLY } from "../dom.ts";
import { flatParent } from "./flat-tree.ts";
import { isLegible } from "./legible.ts";

/**
 * Whether a reader sees the text of an element at a point: a line's box also contains what is clipped, rotated away or
 * invisible.
 *
 * @param hit the topmost element there
 */
export function isSeenAt(element: Element, x: number, y: number, hit: Element): boolean {
  const box = nearestBoxed(element);
  if (!isVisible(box, WHOLLY) || !isLegible(element)) return false;
  // Each query for a point takes ms if one element has very many children.
  if (box === hit) return true;
  // Hit tests never return an element with `pointer-events: none`.
  if (getComputedStyle(box).pointerEvents === "none") return true;
  const scope = treeOf(box) as Document | ShadowRoot;
  return scope.elementsFromPoint(x, y).includes(box);
}

/** The element itself, or its nearest ancestor that has a box. */
function nearestBoxed(element: Element): Element {
  let node: Node | null = element;
  while (node instanceof Element && getComputedStyle(node).display === "contents")
    node = flatParent(node);
  return node instanceof Element ? node : element;
}
