import { boxOf } from "../dom.ts";
import { isLegible, isTransparent } from "./legible.ts";

/** Where a reader sees the end of a word although the next text node follows without a space. */

/** Elements in a line that aren't text: what is to the left and right of them isn't one word. */
const REPLACED =
  /^(br|hr|img|input|textarea|select|button|video|audio|canvas|iframe|object|embed|meter|progress|svg)$/;

/** `display` values of elements that are in a line with the text around them, except `inline-flex` and the like. */
const IN_LINE = /^(inline|inline-block|contents|ruby|ruby-base)$/;

/** The role of an element in its line. A `skipped` element takes no space: the text continues after it. */
export type InlineRole = "inline" | "skipped" | "boundary";

export function inlineRoleOf(element: Element): InlineRole {
  if (REPLACED.test(element.localName)) return "boundary";
  const style = getComputedStyle(element);
  const { display } = style;
  if (display === "none" || display === "ruby-text" || isOutOfLine(style)) return "skipped";
  if (!IN_LINE.test(display) || isRepositioned(element)) return "boundary";
  if (style.fontSize === "0px") return "skipped";
  if (display !== "inline-block" || style.overflowX === "visible") return "inline";
  return style.width === "0px" ? "skipped" : "inline";
}

function isOutOfLine({ position }: CSSStyleDeclaration): boolean {
  return position === "absolute" || position === "fixed";
}

/** Attributes can position SVG text anywhere. A `<text>` isn't a block in Firefox (153, seen 2026-11). */
function isRepositioned(element: Element): boolean {
  if (element instanceof SVGTextElement) return true;
  return element.localName === "tspan" && element.matches("[x], [y], [dx], [dy]");
}

/** An edge of an inline element between two text nodes. */
export interface Edge {
  element: Element;
  side: "start" | "end";
}

/** Whitespace, and punctuation that separates words without a space. */
const ENDS_WORD = /[\s<>()",;]/;

/** Characters at which an address can be split: no icon's name and no other word begins or ends with them. */
const JOINS = /[-.@_+]/;

/**
 * Whether a reader sees two words where the text of one element follows that of another.
 *
 * @param before @param after the characters on either side
 * @param edges the edges between them
 */
export function isWordBoundary(before: string, after: string, edges: readonly Edge[]): boolean {
  if (ENDS_WORD.test(before) || ENDS_WORD.test(after)) return false;
  const joins = JOINS.test(before) || JOINS.test(after);
  return edges.some(({ element, side }) => {
    const style = getComputedStyle(element);
    return (
      (isBoxed(element, style) && !(joins && isAsWideAsText(element))) ||
      isUnreadable(element, style) ||
      (style.display !== "contents" && hasGap(style, side)) ||
      drawsText(getComputedStyle(element, side === "start" ? "::before" : "::after"))
    );
  });
}

/** A separate box in the line, a superscript or subscript, or an icon, whose font shows its name as a picture. */
function isBoxed(
  element: Element,
  { display, verticalAlign, fontFamily }: CSSStyleDeclaration,
): boolean {
  return (
    display === "inline-block" ||
    /^su[bp]$/.test(element.localName) ||
    /^su(b|per)$/.test(verticalAlign) ||
    /icon|symbol|glyph|awesome/i.test(fontFamily)
  );
}

/** Whether a box is as wide as its text; a cell of a table that is made of boxes is wider. */
function isAsWideAsText(element: Element): boolean {
  const text = document.createRange();
  text.selectNodeContents(element);
  return boxOf(element).width - text.getBoundingClientRect().width < MARGIN_PX;
}

/** Text that takes space and that no one can read. */
function isUnreadable(element: Element, style: CSSStyleDeclaration): boolean {
  return (
    /hidden|collapse/.test(style.visibility) || style.opacity === "0" || !isLegible(element, style)
  );
}

/**
 * Gap at an edge from which a reader sees two words, CSS px: for a margin, and for margin, padding and border together
 * if the element has a background. Highlights fill their padding with color.
 */
const MARGIN_PX = 2;
const FILLED_PX = 4;

function hasGap(style: CSSStyleDeclaration, side: "start" | "end"): boolean {
  const px = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;
  const margin = px(`margin-inline-${side}`);
  const space = margin + px(`padding-inline-${side}`) + px(`border-inline-${side}-width`);
  return (
    margin >= MARGIN_PX || space >= (isTransparent(style.backgroundColor) ? MARGIN_PX : FILLED_PX)
  );
}

/** Whether a pseudo-element renders something, or leaves a gap, in the line. */
function drawsText(style: CSSStyleDeclaration): boolean {
  const { content } = style;
  if (!content || content === "none" || content === "normal") return false;
  if (style.display === "none" || isOutOfLine(style)) return false;
  if (!/^"[\u00AD\u200B-\u200D\u2060\uFEFF]*"$/.test(content)) return true;
  return hasGap(style, "start") || hasGap(style, "end") || !/^(auto|0px)$/.test(style.width);
}
