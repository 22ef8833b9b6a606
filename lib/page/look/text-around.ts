import { flatChild, flatParent, flatSibling } from "./flat-tree.ts";

/** Characters read to either side of the caret when the word under the pointer is put together. */
const TEXT_AROUND_CHARS = 400;

/** Nodes visited to either side of the caret for the same: enough for a highlighter that wraps every letter. */
const TEXT_AROUND_NODES = 128;

/** A piece of a text node within the gathered text. */
export interface Segment {
  node: Text;
  /** Offset in `node` where this piece begins, UTF-16 units. */
  from: number;
  /** Offset in the gathered text where it begins. */
  at: number;
  length: number;
}

/** The text that a reader sees as one run around a caret: across inline elements, within one block. */
export interface TextRun {
  text: string;
  /** The caret's offset in `text`. */
  offset: number;
  segments: Segment[];
}

/**
 * Gathers the text around a caret, at most TEXT_AROUND_CHARS to either side. A word that highlighters or
 * `<wbr>` have split is put together; blocks, cells and line breaks end the run.
 */
export function textAround(node: Text, offset: number): TextRun {
  const segments: Segment[] = [];
  let text = "";

  function add(piece: Text, from: number, to: number): void {
    segments.push({ node: piece, from, at: text.length, length: to - from });
    text += piece.data.slice(from, to);
  }

  const from = Math.max(0, offset - TEXT_AROUND_CHARS);
  const to = Math.min(node.data.length, offset + TEXT_AROUND_CHARS);
  if (from === 0) {
    const before: Text[] = [];
    let room = TEXT_AROUND_CHARS - offset;
    for (const piece of neighbours(node, "previousSibling")) {
      before.unshift(piece);
      room -= piece.data.length;
      if (room <= 0) break;
    }
    for (const piece of before) {
      add(piece, Math.min(piece.data.length, Math.max(0, -room)), piece.data.length);
      room = 0;
    }
  }
  const at = text.length + offset - from;
  add(node, from, to);
  if (to === node.data.length)
    for (const piece of neighbours(node, "nextSibling")) {
      const room = at + TEXT_AROUND_CHARS - text.length;
      if (room <= 0) break;
      add(piece, 0, Math.min(piece.data.length, room));
    }
  return { text, offset: at, segments };
}

/** What a stretch of the gathered text covers in the document: a range in each node, since none can reach over trees. */
export function rangesOf(run: TextRun, start: number, end: number): Range[] {
  return run.segments.flatMap(({ node, from, at, length }) => {
    const [first, last] = [Math.max(start, at), Math.min(end, at + length)];
    if (first >= last) return [];
    const range = document.createRange();
    range.setStart(node, from + first - at);
    range.setEnd(node, from + last - at);
    return [range];
  });
}

/** The box around ranges, CSS px. */
export function boxOfAll(ranges: readonly Range[]): DOMRectReadOnly {
  const boxes = ranges.map((range) => range.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

/** The text nodes next to a node in one direction, in order, until something ends the run. */
function* neighbours(start: Node, direction: "nextSibling" | "previousSibling"): Generator<Text> {
  const inward = direction === "nextSibling" ? "firstChild" : "lastChild";
  let node: Node = start;
  for (let visited = 0; visited < TEXT_AROUND_NODES; visited++) {
    let sibling = flatSibling(node, direction);
    while (!sibling) {
      const parent = flatParent(node);
      if (!(parent instanceof Element) || kindOf(parent) !== "inline") return;
      node = parent;
      sibling = flatSibling(node, direction);
    }
    node = sibling;
    while (node instanceof Element) {
      const kind = kindOf(node);
      if (kind === "boundary") return;
      const child: Node | null = kind === "hidden" ? null : flatChild(node, inward);
      if (!child) break;
      node = child;
    }
    if (node instanceof Text) yield node;
  }
}

/** Elements that stand in a line but are no text: what is left and right of them is not one word. */
const REPLACED = /^(br|hr|img|input|textarea|select|button|video|audio|canvas|iframe|object|svg)$/;

/** What lies in a line with the text beside it, but for `inline-flex` and the like. */
const IN_LINE = /^(inline|inline-block|contents|ruby|ruby-base)$/;

/** Space at the edges of an element in a line, in CSS px, from which a reader sees two words: a badge, a chip. */
const GAP_PX = 4;

function kindOf(element: Element): "inline" | "hidden" | "boundary" {
  if (REPLACED.test(element.localName)) return "boundary";
  const style = getComputedStyle(element);
  if (style.display === "none" || style.display === "ruby-text") return "hidden";
  return IN_LINE.test(style.display) && !hasGap(style) && !startsAnew(element)
    ? "inline"
    : "boundary";
}

function hasGap(style: CSSStyleDeclaration): boolean {
  return (["inline-start", "inline-end"] as const).some((side) => {
    const edges = [`margin-${side}`, `padding-${side}`, `border-${side}-width`];
    const space = edges.map((name) => Number.parseFloat(style.getPropertyValue(name)) || 0);
    return space.reduce((sum, width) => sum + width) >= GAP_PX;
  });
}

/** SVG text is put anywhere by attributes. A `<text>` is no block in Firefox (153, seen 2026-11). */
function startsAnew(element: Element): boolean {
  if (element instanceof SVGTextElement) return true;
  return element.localName === "tspan" && element.matches("[x], [y], [dx], [dy]");
}
