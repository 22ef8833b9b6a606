import type { SubjectPattern } from "../../mentions/index.ts";
import { contains } from "../dom.ts";
import { elementOf } from "../look/text-around.ts";
import { shadowRootOf } from "../shadow.ts";
import { words } from "../words.ts";
import type { PlacedMentions } from "./placed-mentions.ts";
import { addRun, type Covered, NOTHING_COVERED } from "./run.ts";
import { createTextBoundary } from "./text-boundary.ts";

/** Nodes that a scan visits between two checks of the clock. */
const SCAN_CHECK_NODES = 64;

/** Characters of one text that a scan reads at once: about 0.2 ms. */
const SCAN_WINDOW_CHARS = 32_768;

export interface ScanParts {
  patterns: readonly SubjectPattern[];
  places: PlacedMentions;
  /** Whether a text node should be read: it may have been read since it was added. */
  isNew(node: Text): boolean;
  /** A shadow tree was found, whose content isn't part of this walk. */
  onShadowRoot(root: ShadowRoot): void;
}

/**
 * What an element with a given name can be: one whose text isn't displayed, or is shown as a field's value; one with a
 * closed shadow tree; or neither.
 */
type Kind = "silent" | "custom" | "plain";

const SILENT = /^(?:script|style|noscript|textarea|title|select)$/;

/** The nodes whose text can be read. Comments and processing instructions, which pages add all the time, show none. */
export type Readable = Document | ShadowRoot | Element | Text;

/** Characters before and after a part of a long text that can affect the mentions in it (lib/mentions, NEAR). */
const OVERLAP = 512;

/**
 * Finds the mentions in the text of a tree, including words that are split across inline elements, as hovering does.
 * Yields every few nodes, so that the caller can stop when its time is up. The tree can change meanwhile.
 */
export function* scan(root: Readable, parts: ScanParts): Generator<void> {
  const { patterns, places, isNew, onShadowRoot } = parts;
  const { namedIn, textAround } = words();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const boundary = createTextBoundary(patterns.length > 0);
  let covered: Covered = NOTHING_COVERED;
  /** The element without displayed text whose text node comes next, if it has one. */
  let silent: Node | null = null;
  let last: Text | undefined;
  let untilCheck = SCAN_CHECK_NODES;
  const kinds = new Map<string, Kind>();

  function kindOf(localName: string): Kind {
    let kind = kinds.get(localName);
    if (kind === undefined) {
      kind = SILENT.test(localName) ? "silent" : /-/.test(localName) ? "custom" : "plain";
      kinds.set(localName, kind);
    }
    return kind;
  }

  function visit(element: Element): void {
    const { shadowRoot, localName } = element;
    // A form's properties can be hidden by inputs with these names.
    if (shadowRoot !== null && shadowRoot instanceof ShadowRoot) {
      onShadowRoot(shadowRoot);
      return;
    }
    const kind = kindOf(localName);
    if (kind === "silent") silent = element;
    else if (kind === "custom") {
      // Only custom elements are checked for closed trees: checking every element costs too much.
      const closed = shadowRootOf(element);
      if (closed) onShadowRoot(closed);
      // Other elements of this name don't have one either.
      else kinds.set(localName, "plain");
    }
  }

  const elementAt = () => (last ? elementOf(last) : null);

  /** @param part the text to read, with OVERLAP around it; it starts at `begin` */
  function addAlone(node: Text, part: string, begin: number, from: number, to: number): void {
    const found = namedIn(part, elementAt, patterns);
    if (found.length === 0) return;
    const least = node === covered.partly ? Math.max(from, covered.until) : from;
    for (const { query, start, end } of found) {
      const startOffset = begin + start;
      if (startOffset < least || startOffset >= to) continue;
      places.add({ query, start: node, startOffset, end: node, endOffset: begin + end });
    }
  }

  /** Most of the work; most texts don't need any. @returns whether the text should be read in parts */
  function read(text: Text): boolean {
    if (silent !== null) {
      if (text.parentNode === silent) return false;
      silent = null;
    }
    const { data } = text;
    // Text before an added tree belongs to its first word.
    if (last === undefined) boundary.pass(before(text));
    last = text;
    const mayJoin = boundary.pass(data);
    if (!isNew(text) || covered.nodes.has(text)) return false;
    const run = mayJoin && text !== covered.partly ? textAround(text, 0) : undefined;
    if (run && run.offset > 0) {
      covered = addRun(run, patterns, places);
      return false;
    }
    places.drop(text);
    if (data.length > SCAN_WINDOW_CHARS) return true;
    addAlone(text, data, 0, 0, data.length);
    return false;
  }

  function* readParts(text: Text): Generator<void> {
    const { data } = text;
    for (let from = 0; from < data.length; from += SCAN_WINDOW_CHARS) {
      if (from > 0) yield;
      const to = from + SCAN_WINDOW_CHARS;
      const begin = Math.max(0, from - OVERLAP);
      addAlone(text, data.slice(begin, to + OVERLAP), begin, from, to);
    }
  }

  const { TEXT_NODE, ELEMENT_NODE } = Node;
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    const type = node.nodeType;
    if (type === ELEMENT_NODE) visit(node as Element);
    else if (type === TEXT_NODE && read(node as Text)) yield* readParts(node as Text);
    if (--untilCheck > 0) continue;
    untilCheck = SCAN_CHECK_NODES;
    yield;
    if (!root.isConnected) return;
    // The walker is at a node that was removed from the tree: it starts again at the beginning.
    if (!contains(root, walker.currentNode)) walker.currentNode = root;
  }
  // Text after it belongs to its last word.
  if (last?.isConnected) {
    const run = textAround(last, last.data.length);
    const after = run.text.slice(run.offset);
    if (boundary.pass(after)) addRun(run, patterns, places);
  }
}

/** The text that a reader sees right before a text node. */
function before(text: Text): string {
  const { text: around, offset } = words().textAround(text, 0);
  return around.slice(0, offset);
}
