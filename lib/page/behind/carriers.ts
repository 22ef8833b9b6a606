import { attribute, isElement, isText } from "../dom.ts";
import type { Target } from "../look/target.ts";
import { isContainer } from "./containers.ts";
import { parentOf, renderedIn } from "./shown.ts";

/** Elements from what is pointed at upwards that may speak for it. */
export const CARRIERS_UP = 8;

/** Nodes that an element around the text may hold to be looked through for other text. */
const OTHER_TEXT_NODES = 48;

/** One thing to a person, whatever it is made of. */
const WHOLE = /^(?:a|area|button|img|picture|svg|input|textarea|select|summary)$/;
const WHOLE_ROLE = /^(?:link|button|img|image|switch|tab|menuitem|menuitemcheckbox|menuitemradio)$/;

/** In a line with the text around, or without a box of its own. */
const IN_LINE = /^(?:inline|contents|ruby)/;

/** The same, but no box that may hold others: a chip, an avatar. */
const TEXT = /^(?:inline|contents|ruby.*)$/;

/** A text without any is a sign: a cross to remove a chip, a dot between two words. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** Whether an element is one thing to a person: a link, a button, a picture. */
export function isWhole(element: Element): boolean {
  return WHOLE.test(element.localName) || WHOLE_ROLE.test(attribute(element, "role") ?? "");
}

/** Whether an element stands in a line with the text around it. */
export function isInLine(element: Element): boolean {
  return IN_LINE.test(getComputedStyle(element).display);
}

/** Whether an element is a part of the text around it. Custom elements are, by default, whatever boxes they hold. */
function isPartOfText(element: Element): boolean {
  return TEXT.test(getComputedStyle(element).display);
}

/** Whether an element is a part of the text around it, and so is all that it shows. */
export function isAllText(element: Element): boolean {
  if (!isPartOfText(element)) return false;
  const budget = { nodes: OTHER_TEXT_NODES };
  for (const node of renderedIn(element, budget))
    if (isElement(node) && !isPartOfText(node)) return false;
  return budget.nodes >= 0;
}

/**
 * The elements whose labels, attributes and links speak for what is pointed at, nearest first: inline elements around
 * it without a box between, links, buttons and pictures, and boxes that show nothing else.
 */
export function* carriersOf(target: Target): Generator<Element> {
  let node: Element | null = target.element;
  let isInText = true;
  let showsMore = false;
  for (let up = 0; up < CARRIERS_UP && node && !isContainer(node); up++) {
    isInText &&= isPartOfText(node);
    const speaks: boolean =
      isInText || isWhole(node) || (!showsMore && showsNothingElse(node, target));
    // Whatever is around an element that shows more shows that too: most looks end here, on other text.
    showsMore ||= !speaks;
    if (speaks) yield node;
    node = parentOf(node);
  }
}

/** Whether an element shows no text but what is pointed at; without that, whether it shows one text at most. */
export function showsNothingElse(element: Element, { run }: Target): boolean {
  const budget = { nodes: OTHER_TEXT_NODES };
  const known = run && new Set<Node>(run.segments.map(({ node }) => node));
  let texts = 0;
  for (const node of renderedIn(element, budget)) {
    if (!isText(node)) continue;
    texts++;
    // Beside text, or on a picture: one text at most, whose label it may be.
    if (known ? !known.has(node) && SAYS_SOMETHING.test(node.data) : texts > 1) return false;
  }
  return budget.nodes >= 0;
}

/** One row or item of many: whoever is in another is somebody else. */
const ROW = /^(?:tr|li|dd|dt|option|article|figure|address)$/;
const ROW_ROLE = /^(?:row|listitem|option|treeitem|article)$/;

/** Whether an element is one row or item of many. */
export function isItem(element: Element): boolean {
  return ROW.test(element.localName) || ROW_ROLE.test(attribute(element, "role") ?? "");
}
