import type { SubjectPattern } from "../../mentions/index.ts";
import { LABELS, labelOf } from "../behind/labels.ts";
import { attribute } from "../dom.ts";
import type { Spot } from "./spot.ts";

const LABELLED = LABELS.map((name) => `[${name}]`).join();

/**
 * Gives the mentions in tooltips and labels, but for those that the element's own text says anyway. Hands back control
 * after each element.
 */
export function* mentionsInLabels(
  root: ParentNode,
  patterns: readonly SubjectPattern[],
  give: (spot: Spot) => void,
): Generator<void> {
  for (const element of root.querySelectorAll(LABELLED)) {
    const query = labelOf(element, patterns);
    if (query && !isMailLink(element) && !says(element, query.value)) give({ query, element });
    yield;
  }
}

function isMailLink(element: Element): boolean {
  return element instanceof HTMLAnchorElement && /^mailto:/i.test(attribute(element, "href") ?? "");
}

function says(element: Element, value: string): boolean {
  const range = document.createRange();
  range.selectNodeContents(element);
  return String(range).toLowerCase().includes(value.toLowerCase());
}
