import { boxOf, isElement, isText } from "../dom.ts";
import { composedParent } from "../shadow.ts";
import { words } from "../words.ts";

/** Elements whose text isn't visible to readers. */
const UNRENDERED = /^(?:script|style|noscript|template|title|select|option|datalist|textarea)$/;

/** The parent element of a node in the flat tree; if the node isn't rendered there, in the document. */
export function parentOf(node: Node): Element | null {
  const parent = words().flatParent(node) ?? composedParent(node);
  return parent && isElement(parent) ? parent : null;
}

/** How many more nodes can be visited; negative after an attempt to visit more. */
export interface NodeBudget {
  nodes: number;
}

/**
 * The text nodes and elements that a reader sees in an element, in order, without the element itself. Ends early if the
 * budget is used up.
 *
 * @param except a part to skip
 */
export function renderedIn(
  root: Element,
  budget: NodeBudget,
  except?: Element,
): Generator<Text | Element> {
  return walkNodes(root, budget, isRendered, except);
}

/** The same, including nodes that aren't rendered: checking that takes longer than anything else here. */
export function nodesIn(
  root: Element,
  budget: NodeBudget,
  except?: Element,
): Generator<Text | Element> {
  return walkNodes(root, budget, (element) => !UNRENDERED.test(element.localName), except);
}

function* walkNodes(
  root: Element,
  budget: NodeBudget,
  isIn: (element: Element) => boolean,
  except?: Element,
): Generator<Text | Element> {
  for (const node of words().flatChildren(root)) {
    if (--budget.nodes < 0) return;
    if (node === except) continue;
    if (isText(node)) {
      if (/\S/.test(node.data)) yield node;
    } else if (isElement(node) && isIn(node)) {
      yield node;
      yield* walkNodes(node, budget, isIn, except);
    }
  }
}

/** Whether a text node or element inside another element is rendered, judging by the elements between them. */
export function isRenderedIn(node: Text | Element, root: Element): boolean {
  let inner = isElement(node) ? node : parentOf(node);
  while (inner && inner !== root) {
    if (!isRendered(inner)) return false;
    inner = parentOf(inner);
  }
  return true;
}

/** The nodes of `renderedIn`, as an array. @returns undefined if there are more nodes than the budget allows */
export function shownIn(
  root: Element,
  budget: NodeBudget,
  except?: Element,
): (Text | Element)[] | undefined {
  const shown = [...renderedIn(root, budget, except)];
  return budget.nodes < 0 ? undefined : shown;
}

/** Text that is only for screen readers is in a box of one px. */
const UNSEEN_PX = 1;

function isRendered(element: Element): boolean {
  if (UNRENDERED.test(element.localName)) return false;
  const { display, visibility, opacity, fontSize, position, overflowX } = getComputedStyle(element);
  if (display === "none" || visibility !== "visible" || opacity === "0" || fontSize === "0px")
    return false;
  if (position !== "absolute" && !/hidden|clip/.test(overflowX)) return true;
  const { width, height } = boxOf(element);
  return Math.min(width, height) > UNSEEN_PX;
}

/**
 * The lines of text that some nodes form, each as a reader sees it, without the text of other nodes.
 *
 * @param known text nodes to skip; those that are read are added
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

/** Maximum number of nodes in an element whose lines are read. */
const LINES_NODES = 48;

/** The lines of text that an element shows. @returns undefined if it contains more than LINES_NODES nodes */
export function linesIn(element: Element): string[] | undefined {
  const shown = shownIn(element, { nodes: LINES_NODES });
  return shown && linesOf(shown);
}
