/** A rectangle or size in CSS px. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Space between the word and the card, and between the card and the edge of the window, CSS px. */
const GAP_PX = 6;
const MARGIN_PX = 8;

/**
 * Where the card goes: below the word, else above, else beside it, else wherever it covers least of the
 * word; always wholly inside the window when the window is large enough.
 *
 * @param word the box of the mention
 * @param size the card's outer size
 * @param view the window's size
 */
export function place(
  word: Box,
  size: { width: number; height: number },
  view: { width: number; height: number },
): Box {
  const width = Math.min(size.width, view.width - 2 * MARGIN_PX);
  const height = Math.min(size.height, view.height - 2 * MARGIN_PX);
  const clampLeft = (left: number) => clamp(left, MARGIN_PX, view.width - width - MARGIN_PX);
  const clampTop = (top: number) => clamp(top, MARGIN_PX, view.height - height - MARGIN_PX);

  const below = word.top + word.height + GAP_PX;
  const above = word.top - GAP_PX - height;
  const right = word.left + word.width + GAP_PX;
  const left = word.left - GAP_PX - width;

  const fitsBelow = below + height <= view.height - MARGIN_PX;
  if (fitsBelow) return { left: clampLeft(word.left), top: clampTop(below), width, height };
  if (above >= MARGIN_PX)
    return { left: clampLeft(word.left), top: clampTop(above), width, height };
  if (right + width <= view.width - MARGIN_PX)
    return { left: clampLeft(right), top: clampTop(word.top), width, height };
  if (left >= MARGIN_PX) return { left: clampLeft(left), top: clampTop(word.top), width, height };
  return { left: clampLeft(word.left), top: clampTop(below), width, height };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
