import { rectsOf, treeOf } from "../dom.ts";
import { shadowRootOf } from "../shadow.ts";
import { isInside } from "./caret.ts";
import { flatParent } from "./flat-tree.ts";

/** Elements under the pointer that are searched for text below a transparent one. */
const STACK_ELEMENTS = 12;

/** Elements that paint something even without a background. */
const PAINTED = /^(img|video|canvas|iframe|frame|embed|object|input|textarea|select)$/;

/** Ancestors of the element under the pointer that are checked for whether they can be above other elements. */
const COVERING_UP = 3;

/**
 * Whether an element can be above elements that aren't its ancestors: it or an ancestor is out of flow, a part of it is
 * rendered outside its box, or it is stacked in a grid. If not, there is no need to ask what is below, which costs more
 * than everything else together.
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

/** How opaque all layers above a text can be together: half, plus what rounding of colors adds. */
const COVERED_MAX = 0.51;

/**
 * The elements at a point whose text can be visible there although something is above it: a link stretched over a row,
 * a layer that only catches the pointer, a translucent tint. From the top down, until they cover what is below.
 *
 * @param x @param y CSS px in the viewport of this frame
 */
export function visibleStack(x: number, y: number): Element[] {
  const stack: Element[] = [];
  let transmittance = 1;

  /** @returns whether what is below can be seen */
  function add(scope: Document | ShadowRoot): boolean {
    return scope.elementsFromPoint(x, y).every((element) => {
      if (treeOf(element) !== scope) return true;
      const inner = shadowRootOf(element);
      if (inner && !add(inner)) return false;
      transmittance *= 1 - coverOf(element);
      return stack.push(element) < STACK_ELEMENTS && transmittance >= 1 - COVERED_MAX;
    });
  }

  add(document);
  return stack;
}

/** How opaque an element is to what is below it: from 0, not at all, to 1, completely. */
function coverOf(element: Element): number {
  const style = getComputedStyle(element);
  const opacity = Number(style.opacity);
  if (opacity === 0) return 0;
  if (PAINTED.test(element.localName)) return opacity;
  if (element instanceof SVGGeometryElement) return style.fill === "none" ? 0 : opacity;
  let transmittance = 1 - coverOfBackground(style);
  for (const pseudo of ["::before", "::after"]) {
    const drawn = getComputedStyle(element, pseudo);
    if (drawn.content !== "none" && drawn.position === "absolute")
      transmittance *= 1 - coverOfBackground(drawn) * Number(drawn.opacity);
  }
  return opacity * (1 - transmittance);
}

function coverOfBackground({
  backgroundColor,
  backgroundImage,
  backdropFilter,
}: CSSStyleDeclaration): number {
  if (backgroundImage !== "none" || backdropFilter !== "none") return 1;
  if (backgroundColor === "transparent") return 0;
  // `rgba(r, g, b, a)`, or `color(… / a)` and the like.
  const alpha = /(?:^rgba\(.*,|\/)\s*([\d.e-]+)\)$/.exec(backgroundColor)?.[1];
  return alpha === undefined ? 1 : Number(alpha);
}
