import { STACK_ELEMENTS } from "../../limits.ts";
import { shadowRootOf } from "../shadow.ts";

/** Elements that paint something without a background. */
const PAINTED = /^(img|video|canvas|iframe|frame|embed|object|input|textarea|select)$/;

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
      if (element.getRootNode() !== scope) return true;
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
