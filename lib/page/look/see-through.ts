import { rectsOf, treeOf } from "../dom.ts";
import { shadowRootOf } from "../shadow.ts";
import { isInside } from "./caret.ts";
import { flatParent } from "./flat-tree.ts";

/** Elements below the pointer that are looked through for text under a transparent one. */
const STACK_ELEMENTS = 12;

/** Elements that paint something without a background. */
const PAINTED = /^(img|video|canvas|iframe|frame|embed|object|input|textarea|select)$/;

/** Elements around the one below the pointer that may be what lies above others. */
const COVERING_UP = 3;

/**
 * Whether an element may lie above others, and not only around them: it or what it is in is taken out of the flow, it is
 * drawn outside its own box by a part of it, or stacked in a grid. Else there is no need to ask what is below, which
 * costs more than all the rest.
 */
export function mayCover(element: Element, x: number, y: number): boolean {
  if (element instanceof SVGElement) return true;
  if (![...rectsOf(element)].some((box) => isInside(box, x, y))) return true;
  let node: Node | null = element;
  for (let up = 0; up <= COVERING_UP && node instanceof Element; up++) {
    const { position, display } = getComputedStyle(node);
    if (/absolute|fixed|sticky/.test(position) || (up === 0 && position !== "static")) return true;
    if (up === 1 && /grid/.test(display)) return true;
    node = flatParent(node);
  }
  return false;
}

/**
 * The elements at a point whose text may show there although something lies above it: a link stretched over a row, a
 * layer that only catches the pointer. From the top down, until one is not transparent.
 *
 * @param x @param y CSS px in the viewport of this frame
 */
export function visibleStack(x: number, y: number): Element[] {
  const stack: Element[] = [];

  /** @returns whether what is below can be seen */
  function add(scope: Document | ShadowRoot): boolean {
    return scope.elementsFromPoint(x, y).every((element) => {
      if (treeOf(element) !== scope) return true;
      const inner = shadowRootOf(element);
      if (inner && !add(inner)) return false;
      return stack.push(element) < STACK_ELEMENTS && isSeeThrough(element);
    });
  }

  add(document);
  return stack;
}

function isSeeThrough(element: Element): boolean {
  const style = getComputedStyle(element);
  if (style.opacity === "0") return true;
  if (PAINTED.test(element.localName)) return false;
  if (element instanceof SVGGeometryElement) return style.fill === "none";
  return (
    isTransparent(style) &&
    ["::before", "::after"].every((pseudo) => {
      const drawn = getComputedStyle(element, pseudo);
      return drawn.content === "none" || drawn.position !== "absolute" || isTransparent(drawn);
    })
  );
}

function isTransparent(style: CSSStyleDeclaration): boolean {
  return (
    /^(rgba\(.* 0\)|transparent)$/.test(style.backgroundColor) &&
    style.backgroundImage === "none" &&
    style.backdropFilter === "none"
  );
}
