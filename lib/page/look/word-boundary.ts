import { boxOf } from "../dom.ts";
import { isLegible, isTransparent } from "./legible.ts";

/** Where one word ends although its letters go on in the next text: what a reader sees between the two. */

/** Elements that stand in a line but are no text: what is left and right of them is not one word. */
const REPLACED =
  /^(br|hr|img|input|textarea|select|button|video|audio|canvas|iframe|object|embed|meter|progress|svg)$/;

/** What lies in a line with the text beside it, but for `inline-flex` and the like. */
const IN_LINE = /^(inline|inline-block|contents|ruby|ruby-base)$/;

/** How an element takes part in the line that it is met in. What is `unseen` takes no room: text goes on behind it. */
export type InlineRole = "inline" | "skipped" | "boundary";

export function inlineRoleOf(element: Element): InlineRole {
  if (REPLACED.test(element.localName)) return "boundary";
  const style = getComputedStyle(element);
  const { display } = style;
  if (display === "none" || display === "ruby-text" || isOutOfLine(style)) return "skipped";
  if (!IN_LINE.test(display) || startsAnew(element)) return "boundary";
  if (style.fontSize === "0px") return "skipped";
  if (display !== "inline-block" || style.overflowX === "visible") return "inline";
  return style.width === "0px" ? "skipped" : "inline";
}

function isOutOfLine({ position }: CSSStyleDeclaration): boolean {
  return position === "absolute" || position === "fixed";
}

/** SVG text is put anywhere by attributes. A `<text>` is no block in Firefox (153, seen 2026-11). */
function startsAnew(element: Element): boolean {
  if (element instanceof SVGTextElement) return true;
  return element.localName === "tspan" && element.matches("[x], [y], [dx], [dy]");
}

/** An edge of an element in a line, which lies between two texts. */
export interface Edge {
  element: Element;
  side: "start" | "end";
}

/** Blanks, and signs on whose one side nothing depends on what is on the other. */
const ENDS_WORD = /[\s<>()",;]/;

/** What an address may go on with, or before: nothing that the name of an icon or another word begins or ends with. */
const JOINS = /[-.@_+]/;

/**
 * Whether a reader sees two words where the text of one element is followed by that of another.
 *
 * @param before @param after the characters on either side
 * @param edges those that are crossed in between
 */
export function isWordBoundary(before: string, after: string, edges: readonly Edge[]): boolean {
  if (ENDS_WORD.test(before) || ENDS_WORD.test(after)) return false;
  const joins = JOINS.test(before) || JOINS.test(after);
  return edges.some(({ element, side }) => {
    const style = getComputedStyle(element);
    return (
      (isBoxed(element, style) && !(joins && isAsWideAsText(element))) ||
      isUnread(element, style) ||
      (style.display !== "contents" && hasGap(style, side)) ||
      drawsText(getComputedStyle(element, side === "start" ? "::before" : "::after"))
    );
  });
}

/** A box of its own in the line, a note above or below it, or an icon, whose font shows its name as a picture. */
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

/** Not so a cell, or a piece of a table that is made of boxes. */
function isAsWideAsText(element: Element): boolean {
  const text = document.createRange();
  text.selectNodeContents(element);
  return boxOf(element).width - text.getBoundingClientRect().width < MARGIN_PX;
}

/** Text that takes room and that nobody can read. */
function isUnread(element: Element, style: CSSStyleDeclaration): boolean {
  return (
    /hidden|collapse/.test(style.visibility) || style.opacity === "0" || !isLegible(element, style)
  );
}

/** Margin at an edge from which a reader sees two words, CSS px; and all space, which a highlight fills with its color. */
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

/** Whether a pseudo-element draws something, or leaves a gap, in the line. */
function drawsText(style: CSSStyleDeclaration): boolean {
  const { content } = style;
  if (!content || content === "none" || content === "normal") return false;
  if (style.display === "none" || isOutOfLine(style)) return false;
  if (!/^"[\u00AD\u200B-\u200D\u2060\uFEFF]*"$/.test(content)) return true;
  return hasGap(style, "start") || hasGap(style, "end") || !/^(auto|0px)$/.test(style.width);
}
