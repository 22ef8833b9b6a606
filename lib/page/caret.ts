import { TEXT_BY_BOX_NODES } from "../limits.ts";
import { contains } from "./dom.ts";
import type { HitChain } from "./shadow.ts";

/** A place between two characters of a node. */
export interface Caret {
  node: Node;
  /** UTF-16 units. */
  offset: number;
  /** Where it would be drawn, as far as the browser says. */
  box?: DOMRect | undefined;
}

type CaretFromPoint = (
  x: number,
  y: number,
  options?: { shadowRoots: ShadowRoot[] },
) => CaretPosition | null;

/**
 * The caret nearest to a point. `caretPositionFromPoint` sees into shadow trees only when it is given
 * their roots (measured in Chromium 156 and Firefox 153).
 *
 * @param x @param y CSS px in the viewport of this frame
 */
export function caretAt(x: number, y: number, chain: HitChain): Caret | undefined {
  const fromPoint = document.caretPositionFromPoint as CaretFromPoint | undefined;
  const position = fromPoint?.call(document, x, y, { shadowRoots: chain.roots });
  if (position?.offsetNode && isUnder(chain.element, position.offsetNode))
    return {
      node: position.offsetNode,
      offset: position.offset,
      box: position.getClientRect() ?? undefined,
    };
  return chain.element ? caretByBoxes(x, y, chain.element) : undefined;
}

function isUnder(element: Element | null, node: Node): boolean {
  return element === null || contains(element, node) || contains(node, element);
}

/** For text that no caret can enter (`user-select: none`): the first few text nodes are measured. */
function caretByBoxes(x: number, y: number, element: Element): Caret | undefined {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let seen = 0; seen < TEXT_BY_BOX_NODES && texts.nextNode(); seen++) {
    const node = texts.currentNode as Text;
    range.selectNodeContents(node);
    if (!touches(range, x, y)) continue;
    for (let from = 0, to = node.data.length; ; ) {
      if (to - from <= 1) return { node, offset: from };
      const middle = (from + to) >> 1;
      range.setStart(node, from);
      range.setEnd(node, middle);
      if (touches(range, x, y)) to = middle;
      else from = middle;
    }
  }
  return undefined;
}

/** How far beside a word's box the pointer still counts as on it, CSS px: rounding at fractional zoom. */
const SLOP_PX = 2;

/** Whether a point lies on the boxes of a range. */
export function touches(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some((box) => isInside(box, x, y));
}

/** Whether a point lies in a box, within SLOP_PX. */
export function isInside(box: DOMRectReadOnly, x: number, y: number): boolean {
  return (
    x >= box.left - SLOP_PX &&
    x <= box.right + SLOP_PX &&
    y >= box.top - SLOP_PX &&
    y <= box.bottom + SLOP_PX
  );
}
