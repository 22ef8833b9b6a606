import type { Mention } from "../mentions/index.ts";
import type { Sought } from "../messages/page-messages.ts";

/** Whom a mention names, without its place in the text. */
export function soughtOf({ kind, value }: Mention): Sought {
  return { kind, value };
}

/** A mention that somebody points at, and where it stands on the screen. */
export interface Found {
  sought: Sought;
  /** The box to set the card beside, CSS px in the viewport of this frame. */
  box: DOMRectReadOnly;
  /** The element that the mention was read from. */
  element: Element;
}

/** Whether two looks found the same mention at the same place. */
export function isSame(a: Found, b: Found): boolean {
  return (
    a.sought.kind === b.sought.kind &&
    a.sought.value === b.sought.value &&
    a.element === b.element &&
    Math.abs(a.box.x - b.box.x) < 1 &&
    Math.abs(a.box.y - b.box.y) < 1
  );
}
