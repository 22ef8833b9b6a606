import { boxOf, walk } from "../dom.ts";
import { isInside, touches } from "./caret.ts";

/** Texts of the element under the pointer that are measured before the browser is asked for the nearest caret. */
const TEXT_BESIDE_NODES = 16;

/**
 * Whether a point lies beside all text of an element. Where nothing is, the nearest caret may be far, and to find it the
 * browser goes through all children of what is around (Chromium 156: up to 5 ms in a list of 50,000).
 *
 * @param element the uppermost one there, and a point that is on none of those in it
 * @returns false also where that is not known: there is much text, or some of it may be in a shadow tree
 */
export function isBesideText(element: Element, x: number, y: number): boolean {
  const range = document.createRange();
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let seen = 0; texts.nextNode(); seen++) {
    if (seen === TEXT_BESIDE_NODES) return isBetweenRows(element, x, y);
    range.selectNodeContents(texts.currentNode);
    if (touches(range, x, y)) return false;
  }
  return true;
}

/**
 * Whether a point lies between or beside two neighbors of a column of boxes, and on no text of the column's own there. In
 * the flow of blocks, whatever comes before the upper one is drawn above it, and whatever comes after the lower one below
 * it. Finds them by halves.
 */
function isBetweenRows(element: Element, x: number, y: number): boolean {
  // In others the order on the screen may be another than that in the tree; a form may hide `children`.
  const { display, columnCount, columnWidth } = getComputedStyle(element);
  if (display !== "block" || element.localName === "form") return false;
  const isOneColumn = columnCount === "auto" && columnWidth === "auto";
  const rows = element.children;
  let above = 0;
  let below = rows.length;
  while (below - above > 1) {
    const middle = (above + below) >> 1;
    const row = rows[middle];
    if (row && boxOf(row).top <= y) above = middle;
    else below = middle;
  }
  const [upper, lower] = [rows[above], rows[below]];
  if (!upper || !lower) return false;
  const isBeside = (row: Element, box: DOMRect) =>
    !isInside(box, x, y) &&
    // Beside a box that is no block there may be another column of the same list.
    ((box.left <= x && x <= box.right) || (isOneColumn && takesWholeRow(row)));
  const box = boxOf(upper);
  return (
    box.top <= y &&
    isBeside(upper, box) &&
    isBeside(lower, boxOf(lower)) &&
    !isOnNodeBetween(upper, lower, x, y)
  );
}

/** One by one: a range over all of them would count the children before them (Chromium 156: 1.3 ms in a list of 50,000). */
function isOnNodeBetween(upper: Element, lower: Element, x: number, y: number): boolean {
  const range = document.createRange();
  let node = walk(upper, "nextSibling");
  for (; node && node !== lower; node = walk(node, "nextSibling")) {
    range.selectNodeContents(node);
    if (touches(range, x, y)) return true;
  }
  return false;
}

/** Whether an element takes up a row of its own. */
function takesWholeRow(element: Element): boolean {
  const { display, float, position } = getComputedStyle(element);
  return (
    /^(block|flow-root|list-item|table|flex|grid)$/.test(display) &&
    float === "none" &&
    /^(static|relative)$/.test(position)
  );
}
