import { boxOf, isVisible, WHOLLY } from "../dom.ts";
import { composedParent, holds } from "../shadow.ts";
import type { Box } from "./placement.ts";

/** How far beside the word a site draws what belongs to it, CSS px: further away it is of something else. */
const REACH_PX = 24;

/** Part of the window's area that a tooltip or hovercard covers at most; what covers more is a dialog or a menu bar. */
const AREA_MAX = 0.4;

/** Elements that say themselves that they are such, of which so many are measured at most. */
const NAMED = "[role=tooltip], [popover]:popover-open, [data-popper-placement]";
const NAMED_MAX = 12;

/** Elements below each place that is looked at. */
const STACK_MAX = 3;

/**
 * The boxes of what the site itself has opened beside a word: its tooltip or hovercard, which the card is not to cover.
 * Looks at a few places around the word only, and at elements that say that they are tooltips.
 *
 * @param word the box of the mention, CSS px
 * @param near the element that the mention was read from
 * @param host the card's own
 */
export function sitePopups(word: Box, near: Element | null, host: Element): Box[] {
  const popups = new Set<Element>();
  for (const { x, y } of placesAround(word))
    for (const element of document.elementsFromPoint(x, y).slice(0, STACK_MAX)) {
      const layer = element === host ? undefined : layerOf(element, near);
      if (layer) popups.add(layer);
    }
  for (const element of [...document.querySelectorAll(NAMED)].slice(0, NAMED_MAX))
    if (element !== host && !(near && holds(element, near)) && isVisible(element, WHOLLY))
      popups.add(element);
  return [...popups].map(boxOf).filter((box) => isBeside(box, word));
}

/** Px beside each side of the word: right beside it, and where the rest of something larger is. */
const PLACES_PX = [10, REACH_PX];

function placesAround({ left, top, width, height }: Box): { x: number; y: number }[] {
  const [middle, center] = [top + height / 2, left + width / 2];
  return PLACES_PX.flatMap((off) => [
    ...[left + 2, center, left + width - 2].flatMap((x) => [
      { x, y: top - off },
      { x, y: top + height + off },
    ]),
    { x: left - off, y: middle },
    { x: left + width + off, y: middle },
  ]);
}

/** What lies above the page around an element and not around the word: lists put their rows anywhere too, but not above. */
function layerOf(element: Element, near: Element | null): Element | undefined {
  let layer: Element | undefined;
  for (let node: Node | null = element; node instanceof Element; node = composedParent(node)) {
    if (near && holds(node, near)) break;
    const { position, zIndex } = getComputedStyle(node);
    // What is fixed is no row of a list, and Radix gives its hovercard no `z-index`.
    if (position === "fixed" || (position === "absolute" && Number(zIndex) > 0)) layer = node;
  }
  return layer;
}

function isBeside(box: Box, word: Box): boolean {
  const aside = Math.max(box.left - word.left - word.width, word.left - box.left - box.width);
  const above = Math.max(box.top - word.top - word.height, word.top - box.top - box.height);
  const area = box.width * box.height;
  return (
    Math.max(aside, above) <= REACH_PX && area > 0 && area < AREA_MAX * innerWidth * innerHeight
  );
}
