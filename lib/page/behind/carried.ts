import type { SubjectPattern } from "../../mentions/index.ts";
import type { Query } from "../../query.ts";
import { allBelow, attribute, isText } from "../dom.ts";
import { words } from "../words.ts";
import { CARRIERS_UP, isAllText, isWhole, showsNothingElse } from "./carriers.ts";
import { isContainer } from "./containers.ts";
import { queryOfElement } from "./element-query.ts";
import { shownIn } from "./shown.ts";

/** A person an element refers to. */
export interface Carried {
  query: Query;
  element: Element;
}

/**
 * Reports the people that the elements in a tree, or around a text node, refer to with their links, attributes, labels
 * and tooltips. A hover there would find the same people. Leaves out those named by the element's own text. Yields after
 * each element.
 */
export function* carriedIn(
  root: Document | ShadowRoot | Element | Text,
  patterns: readonly SubjectPattern[],
  give: (carried: Carried) => void,
): Generator<void> {
  for (const element of elementsIn(root)) {
    const query = mayNameSomeone(element) ? carriedBy(element, patterns) : undefined;
    if (query && !isInText(element, query.value)) give({ query, element });
    yield;
  }
}

function* elementsIn(root: Document | ShadowRoot | Element | Text): Generator<Element> {
  if (isText(root)) return yield* elementsAround(root);
  if (root instanceof Element) yield root;
  yield* allBelow(root, "*");
}

/** The ancestors of a text node that can carry information about it, as far up as for a hover. */
function* elementsAround(text: Text): Generator<Element> {
  let node = text.parentElement;
  for (let up = 0; up < CARRIERS_UP && node && !isContainer(node); up++) {
    yield node;
    node = node.parentElement;
  }
}

function carriedBy(element: Element, patterns: readonly SubjectPattern[]): Query | undefined {
  if (isContainer(element)) return undefined;
  const said = queryOfElement(element, () => element.textContent ?? "", patterns, "hover");
  if (!said || said === "several") return undefined;
  return isWhole(element) || isAllText(element) || isOneText(element) ? said.query : undefined;
}

function isOneText(element: Element): boolean {
  const first = shownIn(element, { nodes: 8 })?.find((node) => node instanceof Text);
  const run = first && words().textAround(first, 0);
  return showsNothingElse(element, { element, ...(run && { run }) });
}

/** Attributes whose value can be a subject, or refers to text that names someone. */
const NAMING = /^(?:title|alt|aria-.*|data-.*(?:user|sub).*)$/;

/** Whether an element can name someone at all: most have no attribute that could. */
function mayNameSomeone(element: Element): boolean {
  return Element.prototype.getAttributeNames
    .call(element)
    .some((name) => NAMING.test(name) || /@|%40|[\da-z]{26}/i.test(attribute(element, name) ?? ""));
}

/** Whether the element's text contains the address or ID, or is the text of a mail link, which is found elsewhere. */
function isInText(element: Element, value: string): boolean {
  const range = document.createRange();
  range.selectNodeContents(element);
  const text = String(range);
  if (element.localName === "a" && /^mailto:/i.test(attribute(element, "href") ?? ""))
    return /\S/.test(text);
  return text.toLowerCase().includes(value.toLowerCase());
}
