import { holds } from "../shadow.ts";
import { flatParent } from "./flat-tree.ts";

/** Text nodes measured under the pointer if the caret API returns none (`user-select: none`). */
const TEXT_BY_BOX_NODES = 64;

/** A position between two characters of a node. */
export interface Caret {
  node: Node;
  /** UTF-16 units. */
  offset: number;
  /** Where it would be rendered, if the browser reports it. */
  box?: DOMRect | undefined;
}

declare global {
  interface Document {
    /** https://developer.mozilla.org/docs/Web/API/Document/caretPositionFromPoint; lib.dom lacks the options. */
    caretPositionFromPoint(
      x: number,
      y: number,
      options: { shadowRoots: ShadowRoot[] },
    ): CaretPosition | null;
  }
}

/**
 * The caret nearest to a point. `caretPositionFromPoint` looks into shadow trees only if it is given their roots
 * (measured in Chromium 156 and Firefox 153).
 *
 * @param x @param y CSS px in the viewport of this frame
 */
export function caretAt(
  x: number,
  y: number,
  element: Element,
  shadowRoots: ShadowRoot[],
): Caret | undefined {
  const position = document.caretPositionFromPoint(x, y, { shadowRoots });
  const node = position?.offsetNode;
  return node && (holds(element, node) || holds(node, element) || isRenderedIn(element, node))
    ? { node, offset: position.offset, box: position.getClientRect() ?? undefined }
    : undefined;
}

/** For text in a slot, Firefox returns what is around the slot in the shadow tree (153, seen 2026-11). */
function isRenderedIn(element: Element, node: Node): boolean {
  for (let around: Node | null = node; around; around = flatParent(around))
    if (around === element) return true;
  return false;
}

/** Whether a caret is in a letter at this point: the browser returns the nearest one, however far away. */
export function isAt({ box }: Caret, x: number, y: number): boolean {
  if (!box) return false;
  // A letter is hardly wider than its line is high; in vertical text the caret is horizontal.
  const isHorizontal = box.width > box.height;
  const across = isHorizontal ? 0 : box.height;
  const along = isHorizontal ? box.width : 0;
  const { width, height } = box;
  const near = new DOMRect(box.x - across, box.y - along, width + 2 * across, height + 2 * along);
  return isInside(near, x, y);
}

/**
 * The carets at a point in the first text nodes of some elements, for text that the caret API can't reach: it has
 * `user-select: none`, or something transparent is above it.
 */
export function* caretsByBoxes(x: number, y: number, elements: Element[]): Generator<Caret> {
  const range = document.createRange();
  let seen = 0;
  for (const element of elements) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() && seen++ < TEXT_BY_BOX_NODES) {
      const node = texts.currentNode as Text;
      range.selectNodeContents(node);
      if (!touches(range, x, y)) continue;
      let from = 0;
      for (let to = node.data.length; to - from > 1; ) {
        const middle = (from + to) >> 1;
        range.setStart(node, from);
        range.setEnd(node, middle);
        if (touches(range, x, y)) to = middle;
        else from = middle;
      }
      yield { node, offset: from };
    }
  }
}

/** How far from a word's box the pointer still counts as on it, CSS px: rounding at fractional zoom. */
const SLOP_PX = 2;

/** Whether a point is on the boxes of a range. */
export function touches(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some((box) => isInside(box, x, y));
}

/** Whether a point is in a box, within SLOP_PX. */
export function isInside(box: DOMRectReadOnly, x: number, y: number): boolean {
  return (
    x >= box.left - SLOP_PX &&
    x <= box.right + SLOP_PX &&
    y >= box.top - SLOP_PX &&
    y <= box.bottom + SLOP_PX
  );
}
