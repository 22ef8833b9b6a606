import type { Query } from "../query.ts";
import { isSameQuery } from "../query-key.ts";
import type { Source } from "../source.ts";

export { queryOf } from "../query-of.ts";

/** A mention that someone has hovered or asked about, and its position on the screen. */
export interface Found {
  query: Query;
  /** Absent if the mention is in the text itself or in a field's value. */
  source?: Source | undefined;
  /** The box to place the card next to, in CSS px in the viewport of this frame. */
  box: DOMRectReadOnly;
  /** The element that the mention was read from. */
  element: Element;
  /**
   * Whether the mention is still in the same nodes: lists reuse their rows for someone else under a resting pointer.
   */
  isThere(): boolean;
}

/** Whether a later look found the same mention at the same place, in the same element or in its replacement. */
export function isSame(before: Found, now: Found): boolean {
  const isSameElement = before.element === now.element || !before.element.isConnected;
  return (
    isSameElement &&
    before.source === now.source &&
    isSameQuery(before.query, now.query) &&
    isNear(before.box, now.box, 1)
  );
}

/** Whether a mention has moved by less than a line. */
export function isWithinLine(now: DOMRectReadOnly, before: DOMRectReadOnly): boolean {
  return isNear(now, before, Math.max(before.height, 8));
}

/** Whether two boxes start at the same place. @param slop CSS px */
function isNear(a: DOMRectReadOnly, b: DOMRectReadOnly, slop: number): boolean {
  return Math.abs(a.x - b.x) < slop && Math.abs(a.y - b.y) < slop;
}

/**
 * Implements `isThere` of a mention: the text at its place hasn't changed, and has moved by less than a line.
 *
 * @param read returns the text that contains the mention
 * @param measure returns its current box
 */
export function watched(
  node: Node,
  read: () => string,
  measure: () => DOMRectReadOnly,
): () => boolean {
  const text = read();
  const box = measure();
  return () => node.isConnected && read() === text && isWithinLine(measure(), box);
}
