import { isVisible, treeOf, WHOLLY } from "../dom.ts";
import { flatParent } from "./flat-tree.ts";
import { isLegible } from "./legible.ts";

/**
 * Whether a reader sees the text of an element at a point: the box of a line also takes in what is clipped away, turned
 * aside, or invisible.
 *
 * @param hit the uppermost element there
 */
export function isSeenAt(element: Element, x: number, y: number, hit: Element): boolean {
  const box = boxed(element);
  if (!isVisible(box, WHOLLY) || !isLegible(element)) return false;
  // Each question about a point costs ms where one element has very many children.
  if (box === hit) return true;
  // What lets the pointer through is hit nowhere.
  if (getComputedStyle(box).pointerEvents === "none") return true;
  const scope = treeOf(box) as Document | ShadowRoot;
  return scope.elementsFromPoint(x, y).includes(box);
}

/** The element itself, or the one around it that has a box. */
function boxed(element: Element): Element {
  let node: Node | null = element;
  while (node instanceof Element && getComputedStyle(node).display === "contents")
    node = flatParent(node);
  return node instanceof Element ? node : element;
}
