import { flatChild, flatParent, flatSibling } from "./flat-tree.ts";
import { type Edge, inlineRoleOf, isWordBoundary } from "./word-boundary.ts";

/** Characters read on each side of the caret to assemble the word under the pointer. */
const TEXT_AROUND_CHARS = 400;

/** Nodes visited on each side of the caret for the same: enough for a highlighter that wraps every letter. */
const TEXT_AROUND_NODES = 128;

/** A piece of a text node within the gathered text. */
export interface Segment {
  node: Text;
  /** Offset in `node` at which this piece begins, UTF-16 units. */
  from: number;
  /** Offset in the gathered text at which it begins. */
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
 * Gathers the text around a caret, at most TEXT_AROUND_CHARS on each side. Joins a word that highlighters or `<wbr>`
 * have split; blocks, cells and line breaks end the run.
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
    for (const piece of neighbors(node, "previousSibling")) {
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
    for (const piece of neighbors(node, "nextSibling")) {
      const room = at + TEXT_AROUND_CHARS - text.length;
      if (room <= 0) break;
      add(piece, 0, Math.min(piece.data.length, room));
    }
  return { text, offset: at, segments };
}

/** The element that shows a text node; null if no slot takes the node. */
export function elementOf(node: Text): Element | null {
  const parent = flatParent(node);
  return parent instanceof Element ? parent : null;
}

/** The ranges that a part of the gathered text covers: one in each node, since a range can't span several trees. */
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
function* neighbors(start: Text, direction: "nextSibling" | "previousSibling"): Generator<Text> {
  const isNext = direction === "nextSibling";
  const [inward, entered, left] = isNext
    ? (["firstChild", "start", "end"] as const)
    : (["lastChild", "end", "start"] as const);
  let text = start;
  let edges: Edge[] = [];
  let node: Node = start;
  for (let visited = 0; visited < TEXT_AROUND_NODES; visited++) {
    let sibling = flatSibling(node, direction);
    while (!sibling) {
      const parent = flatParent(node);
      if (!(parent instanceof Element) || inlineRoleOf(parent) !== "inline") return;
      edges.push({ element: parent, side: left });
      node = parent;
      sibling = flatSibling(node, direction);
    }
    node = sibling;
    while (node instanceof Element) {
      const role = inlineRoleOf(node);
      if (role === "boundary") return;
      if (role === "skipped") break;
      edges.push({ element: node, side: entered });
      const child: Node | null = flatChild(node, inward);
      if (!child) {
        edges.push({ element: node, side: left });
        break;
      }
      node = child;
    }
    if (!(node instanceof Text) || node.data === "") continue;
    const [before, after] = isNext ? [text, node] : [node, text];
    if (isWordBoundary(before.data.slice(-1), after.data.slice(0, 1), edges)) return;
    edges = [];
    text = node;
    yield node;
  }
}
