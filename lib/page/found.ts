import type { Query } from "../query.ts";
import { isSameQuery } from "../query-key.ts";
import type { Source } from "../source.ts";

export { queryOf } from "../query-of.ts";

/** A mention that somebody points at, and where it stands on the screen. */
export interface Found {
  query: Query;
  /** Absent when the text itself says it, or a field's value. */
  source?: Source | undefined;
  /** The box to set the card beside, CSS px in the viewport of this frame. */
  box: DOMRectReadOnly;
  /** The element that the mention was read from. */
  element: Element;
  /** Whether it still stands there, in the same nodes: lists use their rows again for somebody else under a resting pointer. */
  isThere(): boolean;
}

/** Whether a later look found the same mention at the same place, in the same element or in what was drawn in its stead. */
export function isSame(before: Found, now: Found): boolean {
  const isSameElement = before.element === now.element || !before.element.isConnected;
  return (
    isSameElement &&
    before.source === now.source &&
    isSameQuery(before.query, now.query) &&
    isNear(before.box, now.box, 1)
  );
}

/** Whether a mention has not moved away by more than a line. */
export function isWithinLine(now: DOMRectReadOnly, before: DOMRectReadOnly): boolean {
  return isNear(now, before, Math.max(before.height, 8));
}

/** Whether two boxes begin at the same place. @param slop CSS px */
function isNear(a: DOMRectReadOnly, b: DOMRectReadOnly, slop: number): boolean {
  return Math.abs(a.x - b.x) < slop && Math.abs(a.y - b.y) < slop;
}

/**
 * `isThere` of a mention: what is read at its place is still the same, and has not moved away by more than a line.
 *
 * @param read the text that holds the mention
 * @param measure its box now
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
