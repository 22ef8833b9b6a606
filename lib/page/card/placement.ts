import { CARD_HEIGHT_PX, CARD_MORE_HEIGHT_PX, CARD_WIDTH_PX } from "../../limits.ts";

/** A size in CSS px. */
interface Size {
  width: number;
  height: number;
}

/** A rectangle in CSS px. */
export interface Box extends Size {
  left: number;
  top: number;
}

/** The card's outer size, and its second one: the same whatever it shows. */
export const CARD_SIZE: Size = { width: CARD_WIDTH_PX, height: CARD_HEIGHT_PX };
export const MORE_SIZE: Size = { width: CARD_WIDTH_PX, height: CARD_MORE_HEIGHT_PX };

/** Space between the word and the card, and between the card and the edge of the window, CSS px. */
const GAP_PX = 6;
const MARGIN_PX = 8;

/** By how much a gap can be smaller than it should be because of rounding, CSS px. */
const ROUNDING_PX = 0.01;

/**
 * Places the card below the word, or else above it, or else next to it; or else as high as there is room below or
 * above, but not smaller than its first size; or else wherever it covers the least of the word. Always fully inside the
 * window if the window is large enough.
 *
 * @param word the box of the mention
 * @param size the card's outer size
 * @param view the window's size
 * @param popups what the site has opened next to the word: covered only if there is no room elsewhere, next to the word
 * or next to them
 */
export function place(word: Box, size: Size, view: Size, popups: readonly Box[] = []): Box {
  const width = Math.min(size.width, view.width - 2 * MARGIN_PX);
  const height = Math.min(size.height, view.height - 2 * MARGIN_PX);
  const room = Math.max(roomBelow(word, view), roomAbove(word));
  const lower = Math.min(height, Math.max(room, CARD_HEIGHT_PX));
  const kept = [word, ...popups];
  const places = [
    ...sidesOf(word, { width, height }, view),
    ...sidesOf(word, { width, height: lower }, view),
  ];
  const beyond = sidesOf(around(kept), { width, height }, view);
  return (
    [...places, ...beyond].find((box) => !coversAny(box, kept)) ??
    places.find((box) => !covers(box, word)) ??
    moveInside({ left: word.left, top: below(word), width, height }, view)
  );
}

/**
 * Places a card that gets another size: its corner stays where it is, so that the pointer still rests on what it has
 * clicked, unless the card would then cover the word.
 */
export function placeAgain(before: Box, word: Box, size: Size, view: Size): Box {
  const stayed = { ...size, left: before.left, top: before.top };
  const { left, top } = moveInside(stayed, view);
  return left === before.left && top === before.top && !covers(stayed, word)
    ? stayed
    : place(word, size, view);
}

/**
 * The places below the word, above it, to its right and to its left, moved inside the window, perhaps over the word.
 */
function sidesOf(word: Box, size: Size, view: Size): Box[] {
  const along = { ...size, left: word.left, top: word.top };
  return [
    { ...along, top: below(word) },
    { ...along, top: word.top - GAP_PX - size.height },
    { ...along, left: word.left + word.width + GAP_PX },
    { ...along, left: word.left - GAP_PX - size.width },
  ].map((box) => moveInside(box, view));
}

const below = (word: Box) => word.top + word.height + GAP_PX;
const roomBelow = (word: Box, view: Size) => view.height - MARGIN_PX - below(word);
const roomAbove = (word: Box) => word.top - GAP_PX - MARGIN_PX;

/** Whether it overlaps one of them, or is closer than the gap. */
export function coversAny(box: Box, others: readonly Box[]): boolean {
  return others.some((other) => covers(box, other));
}

/** The bounding box of all of them. */
function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const width = Math.max(...boxes.map((box) => box.left + box.width)) - left;
  const height = Math.max(...boxes.map((box) => box.top + box.height)) - top;
  return { left, top, width, height };
}

/** Whether it overlaps the word, or is closer to it than the gap. */
function covers(box: Box, word: Box): boolean {
  return apart(box, word) < GAP_PX - ROUNDING_PX;
}

/** How far two boxes are apart, horizontally or vertically, whichever is more, CSS px; negative if they overlap. */
export function apart(a: Box, b: Box): number {
  return Math.max(
    a.left - b.left - b.width,
    b.left - a.left - a.width,
    a.top - b.top - b.height,
    b.top - a.top - a.height,
  );
}

function moveInside({ left, top, width, height }: Box, view: Size): Box {
  return {
    left: clamp(left, MARGIN_PX, view.width - width - MARGIN_PX),
    top: clamp(top, MARGIN_PX, view.height - height - MARGIN_PX),
    width,
    height,
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
