import { boxOf, isVisible, WHOLLY, walk } from "../dom.ts";

/** Ancestors of a menu that may be what floats. */
const FLOATING_UP = 3;

/** A menu that is higher than this part of the window is the site's navigation. */
const MENU_HEIGHT_MAX = 0.8;

/** Whether the site's own menu is open: a card would stand in its way. */
export function isSiteMenuOpen(): boolean {
  return [...document.querySelectorAll("[role=menu]")].some(isFloating);
}

/** Whether a menu is drawn above the page, as one that was opened is, and not a part of it. */
function isFloating(menu: Element): boolean {
  let element: Node | null = menu;
  for (let up = 0; up <= FLOATING_UP && element instanceof Element; up++) {
    if (/absolute|fixed/.test(getComputedStyle(element).position)) {
      const { height } = boxOf(element);
      return height < MENU_HEIGHT_MAX * innerHeight && isVisible(menu, WHOLLY);
    }
    element = walk(element, "parentNode");
  }
  return false;
}
