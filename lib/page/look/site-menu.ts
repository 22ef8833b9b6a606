import { boxOf, isVisible, treeOf, WHOLLY } from "../dom.ts";
import { focusedElement, holds, shadowRootOf } from "../shadow.ts";
import { flatParent } from "./flat-tree.ts";

/** Ancestors of a menu, including slots and shadow hosts, that are checked for whether they float above the page. */
const FLOATING_UP = 8;

/** Share of the window's height or width from which a floating element is the site's navigation. */
const MENU_HEIGHT_MAX = 0.8;
const MENU_WIDTH_MAX = 0.8;

/** CSS px from the window's edge within which a fixed element is a permanent bar. */
const EDGE_PX = 1;

/**
 * Whether a menu of the site is open: a card would be in its way.
 *
 * @param element the hovered one: menus are searched for in the document, in the shadow trees around this element and
 *   around the focused one, and in the shadow trees of elements with an `open` attribute
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

/**
 * How long the menus of a tree are cached, ms: searching a whole tree costs as much as everything else together.
 * Whether a menu is open is never cached.
 */
const MENUS_KNOWN_MS = 300;

const known = new WeakMap<Tree, { menus: WeakRef<Element>[]; until: number }>();

/** The menus of a tree, and of the shadow trees of its elements with an `open` attribute. */
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

/** Whether a menu is rendered above the page, like one that was opened, and isn't a permanent part of it. */
function isOpen(menu: Element, hovered: Element): boolean {
  let element: Node | null = menu;
  for (let up = 0; up <= FLOATING_UP && element instanceof Element; up++) {
    const { position } = getComputedStyle(element);
    if (/absolute|fixed/.test(position))
      return !isBar(element, position, menu, hovered) && isVisible(menu, WHOLLY);
    element = flatParent(element);
  }
  return false;
}

/**
 * Whether a floating element is permanent: it fills the window in one direction, is at the window's edge, or arranges
 * its items in a row. One that fills the whole window is an application if it contains the hovered element, otherwise a
 * layer that contains the menu.
 */
function isBar(element: Element, position: string, menu: Element, hovered: Element): boolean {
  const { left, top, right, bottom, width, height } = boxOf(element);
  const isTall = height >= MENU_HEIGHT_MAX * innerHeight;
  const isWide = width >= MENU_WIDTH_MAX * innerWidth;
  if (isTall && isWide) return holds(element, hovered) || isRow(menu);
  return (
    isTall ||
    isWide ||
    (position === "fixed" &&
      (left <= EDGE_PX ||
        top <= EDGE_PX ||
        right >= document.documentElement.clientWidth - EDGE_PX ||
        bottom >= document.documentElement.clientHeight - EDGE_PX)) ||
    isRow(menu)
  );
}

/** Whether the items of a menu are side by side: an opened menu has them one below the other. */
function isRow(menu: Element): boolean {
  const [first, second] = menu.querySelectorAll("[role^=menuitem]");
  if (!first || !second) return false;
  const [a, b] = [boxOf(first), boxOf(second)];
  return a.top < b.bottom && b.top < a.bottom && (b.left >= a.right || a.left >= b.right);
}
