import { boxOf, isVisible, WHOLLY } from "../dom.ts";
import { composedParent, holds } from "../shadow.ts";
import { apart, type Box } from "./placement.ts";

/**
 * Distance from the word within which a site draws what belongs to it, CSS px; anything farther belongs to something
 * else.
 */
const REACH_PX = 24;

/**
 * Largest share of the window's area that a tooltip or hover card covers; anything larger is a dialog or a menu bar.
 */
const AREA_MAX = 0.4;

/** Elements that declare themselves as such, and how many of them are measured at most. */
const NAMED = "[role=tooltip], [popover]:popover-open, [data-popper-placement]";
const NAMED_MAX = 12;

/** Elements that are examined at each point, from the top. */
const STACK_MAX = 3;

/**
 * Returns the boxes of what the site itself has opened next to a word: its tooltip or hover card, which the card
 * shouldn't cover. Only looks at a few points around the word, and at elements that declare themselves as tooltips.
 *
 * @param word the box of the mention, CSS px
 * @param near the element that contains the mention
 * @param host the card's own host
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

/** Px from each side of the word: right next to it, and where the rest of something larger is. */
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

/**
 * Returns what is drawn above the page around an element but not around the word: lists position their rows absolutely
 * too, but not above the page.
 */
function layerOf(element: Element, near: Element | null): Element | undefined {
  let layer: Element | undefined;
  for (let node: Node | null = element; node instanceof Element; node = composedParent(node)) {
    if (near && holds(node, near)) break;
    const { position, zIndex } = getComputedStyle(node);
    // Anything fixed isn't a row of a list, and Radix gives its hover card no `z-index`.
    if (position === "fixed" || (position === "absolute" && Number(zIndex) > 0)) layer = node;
  }
  return layer;
}

function isBeside(box: Box, word: Box): boolean {
  const area = box.width * box.height;
  return apart(box, word) <= REACH_PX && area > 0 && area < AREA_MAX * innerWidth * innerHeight;
}
