import { flatParent } from "./flat-tree.ts";

const WHOLLY = { opacityProperty: true, visibilityProperty: true };

/**
 * Whether a reader sees the text of an element at a point: the box of a line also takes in what is clipped away, turned
 * aside, or invisible.
 */
export function isSeenAt(element: Element, x: number, y: number): boolean {
  const box = boxed(element);
  if (!box.checkVisibility(WHOLLY)) return false;
  // What lets the pointer through is hit nowhere.
  if (getComputedStyle(box).pointerEvents === "none") return true;
  const scope = box.getRootNode() as Document | ShadowRoot;
  // The list leaves out a container of columns (Chromium 156, measured 2026-11).
  return scope.elementFromPoint(x, y) === box || scope.elementsFromPoint(x, y).includes(box);
}

/** The element itself, or the one around it that has a box. */
function boxed(element: Element): Element {
  let node: Node | null = element;
  while (node instanceof Element && getComputedStyle(node).display === "contents")
    node = flatParent(node);
  return node instanceof Element ? node : element;
}
