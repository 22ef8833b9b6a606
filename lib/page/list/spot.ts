import type { Query } from "../../query.ts";
import { isVisible, rectsOf } from "../dom.ts";
import { type PlacedMention, rangeOf } from "../survey/placed-mentions.ts";

/** A place in a document where somebody is mentioned, and that can be scrolled to. */
export interface Spot {
  query: Query;
  element: Element;
  /** The text in it; absent when the mention is a field's value or a label. */
  range?: StaticRange;
}

export function spotOf(placed: PlacedMention): Spot {
  const element = placed.start.parentElement ?? document.documentElement;
  return { query: placed.query, element, range: rangeOf(placed) };
}

/** Whether a reader can come to it: templates and closed dialogs name people whom the page does not show. */
export function isShown({ element }: Spot): boolean {
  return isVisible(element, { visibilityProperty: true });
}

/** The part of the smaller of two boxes that both cover, from which on they are one place to a reader. */
const SAME_PLACE = 0.5;

/**
 * Whether two spots are one to a reader: an address and a label that says the same, or the rows of a terminal, which
 * stand in the page a second time for screen readers.
 */
export function isSamePlace(a: Spot, b: Spot): boolean {
  return boxesOf(a).some((one) => boxesOf(b).some((other) => overlap(one, other) >= SAME_PLACE));
}

/** Measured once: somebody may be mentioned very often. CSS px of the page, which may scroll meanwhile. */
const measured = new WeakMap<Spot, DOMRectReadOnly[]>();

function boxesOf(spot: Spot): DOMRectReadOnly[] {
  const known = measured.get(spot);
  if (known) return known;
  const boxes = clientBoxesOf(spot).map(
    ({ x, y, width, height }) => new DOMRect(x + scrollX, y + scrollY, width, height),
  );
  measured.set(spot, boxes);
  return boxes;
}

function clientBoxesOf({ element, range }: Spot): DOMRect[] {
  if (!range?.startContainer.isConnected) return [...rectsOf(element)];
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return [...live.getClientRects()];
}

function overlap(a: DOMRectReadOnly, b: DOMRectReadOnly): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const smaller = Math.min(a.width * a.height, b.width * b.height);
  return width > 0 && height > 0 && smaller > 0 ? (width * height) / smaller : 0;
}
