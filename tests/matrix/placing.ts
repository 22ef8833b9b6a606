import type { Rect, Spot } from "./in-page.ts";

/** Maximum distance between the card and its word, CSS px. Frames are further from the window's corner than that. */
const NEAR_PX = 60;

/** Rounding, CSS px. */
const SLOP_PX = 1.5;

/** What is wrong with the card's position: it must be entirely in the window, next to the word and not on it. */
export function misplaced(
  card: Rect,
  { x, y, box }: Spot,
  window: { width: number; height: number },
): string[] {
  const wrong: string[] = [];
  const right = card.left + card.width;
  const bottom = card.top + card.height;
  const at = `card ${show(card)}, word ${show(box)}, pointer ${Math.round(x)},${Math.round(y)}`;
  if (card.left < 0 || card.top < 0 || right > window.width || bottom > window.height)
    wrong.push(`not wholly in the window: ${at}`);
  if (x > card.left && x < right && y > card.top && y < bottom)
    wrong.push(`covers the pointer: ${at}`);
  const overlapX = Math.min(right, box.left + box.width) - Math.max(card.left, box.left);
  const overlapY = Math.min(bottom, box.top + box.height) - Math.max(card.top, box.top);
  if (overlapX > SLOP_PX && overlapY > SLOP_PX) wrong.push(`covers the word: ${at}`);
  const apart = Math.hypot(Math.max(0, -overlapX), Math.max(0, -overlapY));
  if (apart > NEAR_PX) wrong.push(`${Math.round(apart)} px from the word: ${at}`);
  return wrong;
}

function show({ left, top, width, height }: Rect): string {
  return `${[left, top, width, height].map(Math.round).join(",")}`;
}
