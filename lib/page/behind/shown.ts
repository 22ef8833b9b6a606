import { boxOf, isElement, isText } from "../dom.ts";
import { composedParent } from "../shadow.ts";
import { words } from "../words.ts";

/** Elements whose text no reader sees. */
const SILENT = /^(?:script|style|noscript|template|title|select|option|datalist|textarea)$/;

/** The element around a node, as the page is drawn; or as it is written, where it is not drawn. */
export function around(node: Node): Element | null {
  const parent = words().flatParent(node) ?? composedParent(node);
  return parent && isElement(parent) ? parent : null;
}

/**
 * The texts and elements that a reader sees in an element, in order, itself not among them.
 *
 * @param budget how many nodes may be visited; less by those that were
 * @param except a part that is known
 * @returns undefined when there are more
 */
export function shownIn(
  root: Element,
  budget: { nodes: number },
  except?: Element,
): (Text | Element)[] | undefined {
  const { flatChild, flatSibling } = words();
  const shown: (Text | Element)[] = [];
  for (let node = flatChild(root, "firstChild"); node; node = flatSibling(node, "nextSibling")) {
    if (--budget.nodes < 0) return undefined;
    if (node === except) continue;
    if (isText(node)) {
      if (/\S/.test(node.data)) shown.push(node);
    } else if (isElement(node) && isDrawn(node)) {
      const inner = shownIn(node, budget, except);
      if (!inner) return undefined;
      shown.push(node, ...inner);
    }
  }
  return shown;
}

/** Text for screen readers only stands in a box of one px. */
const UNSEEN_PX = 1;

function isDrawn(element: Element): boolean {
  if (SILENT.test(element.localName)) return false;
  const { display, visibility, opacity, fontSize, position, overflowX } = getComputedStyle(element);
  if (display === "none" || visibility !== "visible" || opacity === "0" || fontSize === "0px")
    return false;
  if (position !== "absolute" && !/hidden|clip/.test(overflowX)) return true;
  const { width, height } = boxOf(element);
  return Math.min(width, height) > UNSEEN_PX;
}

/**
 * The lines of text among nodes, each as a reader sees it, as far as it is made of them.
 *
 * @param known texts that are none of them; grows
 */
export function linesOf(shown: readonly Node[], known: Set<Node> = new Set()): string[] {
  const lines: string[] = [];
  const among = new Set(shown);
  for (const node of shown) {
    if (!(node instanceof Text) || known.has(node)) continue;
    const pieces = words()
      .textAround(node, 0)
      .segments.filter((piece) => among.has(piece.node));
    for (const piece of pieces) known.add(piece.node);
    const text = pieces.map(({ node: of, from, length }) => of.data.slice(from, from + length));
    lines.push(text.join("").trim());
  }
  return lines;
}

/** Nodes of one element whose lines are read. */
const LINES_NODES = 48;

/** The lines of text that an element shows. @returns undefined when it holds too much to be looked through */
export function linesIn(element: Element): string[] | undefined {
  const shown = shownIn(element, { nodes: LINES_NODES });
  return shown && linesOf(shown);
}
