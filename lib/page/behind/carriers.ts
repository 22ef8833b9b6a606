import { attribute, isElement, isText } from "../dom.ts";
import type { Target } from "../look/target.ts";
import { isContainer } from "./containers.ts";
import { parentOf, renderedIn } from "./shown.ts";

/** Elements, from the target upwards, that can carry information about it. */
export const CARRIERS_UP = 8;

/** Maximum number of nodes in an element around the text; a larger one isn't searched for other text. */
const OTHER_TEXT_NODES = 48;

/** Elements that users perceive as one thing, whatever they contain. */
const WHOLE = /^(?:a|area|button|img|picture|svg|input|textarea|select|summary)$/;
const WHOLE_ROLE = /^(?:link|button|img|image|switch|tab|menuitem|menuitemcheckbox|menuitemradio)$/;

/** `display` values of elements in a line with the text around them, or without a box. */
const IN_LINE = /^(?:inline|contents|ruby)/;

/** The same without boxes that can contain others, such as a chip or an avatar. */
const TEXT = /^(?:inline|contents|ruby.*)$/;

/** A text without any of these is a symbol: a cross to remove a chip, a dot between two words. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** Whether users perceive an element as one thing: a link, a button, a picture. */
export function isWhole(element: Element): boolean {
  return WHOLE.test(element.localName) || WHOLE_ROLE.test(attribute(element, "role") ?? "");
}

/** Whether an element is in a line with the text around it. */
export function isInLine(element: Element): boolean {
  return IN_LINE.test(getComputedStyle(element).display);
}

/** Whether an element is part of the text around it. Custom elements are by default, whatever boxes they contain. */
function isPartOfText(element: Element): boolean {
  return TEXT.test(getComputedStyle(element).display);
}

/** Whether an element and everything that it shows is part of the text around it. */
export function isAllText(element: Element): boolean {
  if (!isPartOfText(element)) return false;
  const budget = { nodes: OTHER_TEXT_NODES };
  for (const node of renderedIn(element, budget))
    if (isElement(node) && !isPartOfText(node)) return false;
  return budget.nodes >= 0;
}

/**
 * The elements whose labels, attributes and links count for a target, nearest first: inline elements around it without
 * a box between them, links, buttons and pictures, and boxes that show nothing else.
 */
export function* carriersOf(target: Target): Generator<Element> {
  let node: Element | null = target.element;
  let isInText = true;
  let showsMore = false;
  for (let up = 0; up < CARRIERS_UP && node && !isContainer(node); up++) {
    isInText &&= isPartOfText(node);
    const counts: boolean =
      isInText || isWhole(node) || (!showsMore && showsNothingElse(node, target));
    // The ancestors of an element that shows more also show that: most looks end here, on other text.
    showsMore ||= !counts;
    if (counts) yield node;
    node = parentOf(node);
  }
}

/** Whether an element shows no text other than the target's; if the target has none, whether it shows at most one. */
export function showsNothingElse(element: Element, { run }: Target): boolean {
  const budget = { nodes: OTHER_TEXT_NODES };
  const known = run && new Set<Node>(run.segments.map(({ node }) => node));
  let texts = 0;
  for (const node of renderedIn(element, budget)) {
    if (!isText(node)) continue;
    texts++;
    // Next to text, or on a picture: at most one text, whose label it can be.
    if (known ? !known.has(node) && SAYS_SOMETHING.test(node.data) : texts > 1) return false;
  }
  return budget.nodes >= 0;
}

/** One row or item of many: a person in another one is someone else. */
const ROW = /^(?:tr|li|dd|dt|option|article|figure|address)$/;
const ROW_ROLE = /^(?:row|listitem|option|treeitem|article)$/;

/** Whether an element is one row or item of many. */
export function isItem(element: Element): boolean {
  return ROW.test(element.localName) || ROW_ROLE.test(attribute(element, "role") ?? "");
}
