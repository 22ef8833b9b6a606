import { boxOf, isVisible, treeOf, WHOLLY } from "../dom.ts";
import { focusedElement, holds, shadowRootOf } from "../shadow.ts";
import { flatParent } from "./flat-tree.ts";

/** Elements around a menu, slots and their trees among them, that may be what floats. */
const FLOATING_UP = 8;

/** Part of the window from which on something that floats is the site's navigation: as high, or as wide. */
const MENU_HEIGHT_MAX = 0.8;
const MENU_WIDTH_MAX = 0.8;

/** CSS px from the window's edge within which something fixed is a bar that stands there. */
const EDGE_PX = 1;

/**
 * Whether the site's own menu is open: a card would stand in its way.
 *
 * @param element what is pointed at: menus are looked for in the document, in the trees around it and around the focus,
 *   and in elements that say they are open
 */
export function isSiteMenuOpen(element: Element): boolean {
  const trees = new Set<Tree>([
    document,
    ...treesAround(element),
    ...treesAround(focusedElement()),
  ]);
  return [...trees].some((tree) => menusIn(tree).some((menu) => isOpen(menu, element)));
}

type Tree = Document | ShadowRoot;

/** To go through a whole tree costs as much as all the rest: what is in it is known for so many ms; whether it is open, never. */
const MENUS_KNOWN_MS = 300;

const known = new WeakMap<Tree, { menus: WeakRef<Element>[]; until: number }>();

/** The menus of a tree, and of the trees in its elements that say they are open. */
function menusIn(tree: Tree): Element[] {
  const now = performance.now();
  let { menus, until } = known.get(tree) ?? { menus: [], until: now };
  if (now >= until) {
    const inner = [...tree.querySelectorAll("[open]")].flatMap(
      (opened) => shadowRootOf(opened) ?? [],
    );
    menus = [tree, ...inner].flatMap((one) =>
      [...one.querySelectorAll("[role=menu]")].map((menu) => new WeakRef(menu)),
    );
    until = now + MENUS_KNOWN_MS;
    known.set(tree, { menus, until });
  }
  return menus.flatMap((menu) => menu.deref() ?? []);
}

function* treesAround(element: Element | null): Generator<Tree> {
  for (let inner = element; inner; ) {
    const tree = treeOf(inner);
    if (!(tree instanceof ShadowRoot)) return;
    yield tree;
    inner = tree.host;
  }
}

/** Whether a menu is drawn above the page, as one that was opened is, and not a part of it. */
function isOpen(menu: Element, pointed: Element): boolean {
  let element: Node | null = menu;
  for (let up = 0; up <= FLOATING_UP && element instanceof Element; up++) {
    const { position } = getComputedStyle(element);
    if (/absolute|fixed/.test(position))
      return !isBar(element, position, menu, pointed) && isVisible(menu, WHOLLY);
    element = flatParent(element);
  }
  return false;
}

/**
 * Whether what floats always stands there: it fills the window in one direction, keeps to its edge, or lies in a row. What
 * fills the window is an application if that is pointed at, else a layer that holds the menu.
 */
function isBar(element: Element, position: string, menu: Element, pointed: Element): boolean {
  const { left, top, right, bottom, width, height } = boxOf(element);
  const isHigh = height >= MENU_HEIGHT_MAX * innerHeight;
  const isWide = width >= MENU_WIDTH_MAX * innerWidth;
  if (isHigh && isWide) return holds(element, pointed) || isRow(menu);
  return (
    isHigh ||
    isWide ||
    (position === "fixed" &&
      (left <= EDGE_PX ||
        top <= EDGE_PX ||
        right >= document.documentElement.clientWidth - EDGE_PX ||
        bottom >= document.documentElement.clientHeight - EDGE_PX)) ||
    isRow(menu)
  );
}

/** Whether the items of a menu lie side by side: one that is opened has them one below the other. */
function isRow(menu: Element): boolean {
  const [first, second] = menu.querySelectorAll("[role^=menuitem]");
  if (!first || !second) return false;
  const [a, b] = [boxOf(first), boxOf(second)];
  return a.top < b.bottom && b.top < a.bottom && (b.left >= a.right || a.left >= b.right);
}
