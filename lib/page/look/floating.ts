import { attribute, boxOf, matches } from "../dom.ts";
import { flatParent } from "./flat-tree.ts";

/** Ancestors of the hit element that are checked for a tooltip or the like. */
const FLOATING_UP = 8;

/** Maximum share of the window's area that a tooltip or hovercard covers. */
const AREA_MAX = 0.4;

/** The tooltip, hovercard or the like that contains an element: something above the page that the site can remove. */
export function floatingAround(element: Element): Element | undefined {
  let node: Node | null = element;
  for (let up = 0; up < FLOATING_UP && node instanceof Element; up++) {
    if (isFloating(node)) {
      const { width, height } = boxOf(node);
      return width * height < AREA_MAX * innerWidth * innerHeight ? node : undefined;
    }
    node = flatParent(node);
  }
  return undefined;
}

function isFloating(element: Element): boolean {
  if (attribute(element, "role") === "tooltip" || matches(element, ":popover-open")) return true;
  const { position, zIndex } = getComputedStyle(element);
  return /absolute|fixed/.test(position) && Number(zIndex) > 0;
}
