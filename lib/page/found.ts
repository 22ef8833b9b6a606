import type { Mention } from "../mentions/index.ts";
import type { Query } from "../query.ts";
import { isSameQuery } from "../query-key.ts";

/** Whom a mention names, without its place in the text. */
export function queryOf({ kind, value }: Mention): Query {
  return { kind, value };
}

/** A mention that somebody points at, and where it stands on the screen. */
export interface Found {
  query: Query;
  /** The box to set the card beside, CSS px in the viewport of this frame. */
  box: DOMRectReadOnly;
  /** The element that the mention was read from. */
  element: Element;
  /** Whether it still stands there: lists use their rows again for somebody else under a resting pointer. */
  isThere(): boolean;
}

/** Whether two looks found the same mention at the same place. */
export function isSame(a: Found, b: Found): boolean {
  return isSameQuery(a.query, b.query) && a.element === b.element && isNear(a.box, b.box, 1);
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
  return () =>
    node.isConnected && read() === text && isNear(measure(), box, Math.max(box.height, 8));
}
