import { TEXT_AROUND_CHARS, TEXT_AROUND_NODES } from "../limits.ts";
import { walk } from "./dom.ts";

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

/** The range in the document that a stretch of the gathered text covers. */
export function rangeOf(run: TextRun, start: number, end: number): Range {
  const range = document.createRange();
  const first = run.segments.find((s) => start < s.at + s.length) ?? run.segments[0];
  const last = run.segments.find((s) => end <= s.at + s.length) ?? run.segments.at(-1);
  if (first) range.setStart(first.node, first.from + start - first.at);
  if (last) range.setEnd(last.node, last.from + end - last.at);
  return range;
}

/** The text nodes next to a node in one direction, in order, until something ends the run. */
function* neighbours(start: Node, direction: "nextSibling" | "previousSibling"): Generator<Text> {
  const inward = direction === "nextSibling" ? "firstChild" : "lastChild";
  let node: Node = start;
  for (let visited = 0; visited < TEXT_AROUND_NODES; visited++) {
    let sibling = walk(node, direction);
    while (!sibling) {
      const parent = walk(node, "parentNode");
      if (!(parent instanceof Element) || kindOf(parent) !== "inline") return;
      node = parent;
      sibling = walk(node, direction);
    }
    node = sibling;
    while (node instanceof Element) {
      const kind = kindOf(node);
      if (kind === "boundary") return;
      const child: Node | null = kind === "hidden" ? null : walk(node, inward);
      if (!child) break;
      node = child;
    }
    if (node instanceof Text) yield node;
  }
}

/** Elements that stand in a line but are no text: what is left and right of them is not one word. */
const REPLACED = /^(br|hr|img|input|textarea|select|button|video|audio|canvas|iframe|object|svg)$/;

function kindOf(element: Element): "inline" | "hidden" | "boundary" {
  if (REPLACED.test(element.localName)) return "boundary";
  const { display } = getComputedStyle(element);
  if (display === "none") return "hidden";
  return display === "inline" || display === "contents" || display.startsWith("ruby")
    ? "inline"
    : "boundary";
}
