import type { Found } from "../found.ts";

/** A mention for tests of the card. @param x the left edge of its box, CSS px */
export function mention(value: string, x = 0, element: Element = {} as Element): Found {
  const box = { x, y: 0, left: x, top: 0, right: x + 50, bottom: 10, width: 50, height: 10 };
  return { query: { kind: "email", value }, box: box as DOMRect, element, isThere: () => true };
}
