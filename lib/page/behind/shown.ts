import { boxOf, isElement, isText } from "../dom.ts";
import { composedParent } from "../shadow.ts";
import { words } from "../words.ts";

/** Elements whose text no reader sees. */
const UNRENDERED = /^(?:script|style|noscript|template|title|select|option|datalist|textarea)$/;

/** The element around a node, as the page is drawn; or as it is written, where it is not drawn. */
export function parentOf(node: Node): Element | null {
  const parent = words().flatParent(node) ?? composedParent(node);
  return parent && isElement(parent) ? parent : null;
}

/** How many more nodes may be visited; less than none where there were more of them. */
export interface NodeBudget {
  nodes: number;
}

/**
 * The texts and elements that a reader sees in an element, in order, itself not among them. Ends early when the budget is
 * used up.
 *
 * @param except a part that is known
 */
export function renderedIn(
  root: Element,
  budget: NodeBudget,
  except?: Element,
): Generator<Text | Element> {
  return walkNodes(root, budget, isRendered, except);
}

/** The same, with those that are not drawn: to ask whether an element is takes longer than anything else here. */
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

/** Whether a text or element that is in another is drawn there, as far as what is between them decides. */
export function isRenderedIn(node: Text | Element, root: Element): boolean {
  let inner = isElement(node) ? node : parentOf(node);
  while (inner && inner !== root) {
    if (!isRendered(inner)) return false;
    inner = parentOf(inner);
  }
  return true;
}

/** What `renderedIn` gives, all at once. @returns undefined when there are more nodes than the budget has */
export function shownIn(
  root: Element,
  budget: NodeBudget,
  except?: Element,
): (Text | Element)[] | undefined {
  const shown = [...renderedIn(root, budget, except)];
  return budget.nodes < 0 ? undefined : shown;
}

/** Text for screen readers only stands in a box of one px. */
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
