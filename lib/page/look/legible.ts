import { allBelow, boxOf } from "../dom.ts";
import { isInside } from "./caret.ts";
import { flatParent } from "./flat-tree.ts";

/** Ancestors whose background or picture can show what transparent letters say. */
const DRAWN_UP = 3;

/** Pictures in each of these that are measured. */
const PICTURES_MAX = 32;

/** CSS px; smaller letters are meant for programs, not for readers. */
const FONT_MIN_PX = 2;

/** Whether an element renders its letters legibly: with a size and a color, and not as dots. */
export function isLegible(element: Element, style = getComputedStyle(element)): boolean {
  // lib.dom does not have `-webkit-text-security`.
  const security = style.getPropertyValue("-webkit-text-security") || "none";
  if (security !== "none" || Number.parseFloat(style.fontSize) < FONT_MIN_PX) return false;
  // Letters in reverse order, to hide an address from programs: in tree order they can be someone else's address.
  if (style.direction === "rtl" && /over/.test(style.unicodeBidi)) return false;
  return hasColor(element, style) || isReadableThoughTransparent(element);
}

function hasColor(element: Element, style: CSSStyleDeclaration): boolean {
  if (element instanceof SVGElement)
    return !(style.fill === "none" || isTransparent(style.fill)) || style.stroke !== "none";
  return !isTransparent(style.webkitTextFillColor) || style.webkitTextStrokeWidth !== "0px";
}

const TRANSPARENT = /^(rgba\(.* 0\)|transparent)$/;

export function isTransparent(color: string): boolean {
  return TRANSPARENT.test(color);
}

/**
 * Whether transparent letters are readable anyway: they are cut out of a background, or are on top of a picture of the
 * page, as in PDF viewers.
 */
function isReadableThoughTransparent(element: Element): boolean {
  const { left, top, width, height } = boxOf(element);
  let node: Node | null = element;
  for (let up = 0; up <= DRAWN_UP && node instanceof Element; up++) {
    const { backgroundClip, backgroundImage } = getComputedStyle(node);
    if (/text/.test(backgroundClip) || /url\(/.test(backgroundImage)) return true;
    const pictures = [...allBelow(node, "canvas, img, svg")].slice(0, PICTURES_MAX);
    for (const picture of pictures)
      if (isInside(boxOf(picture), left + width / 2, top + height / 2)) return true;
    node = flatParent(node);
  }
  return false;
}
