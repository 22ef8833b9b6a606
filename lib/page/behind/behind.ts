import type { SubjectPattern } from "../../mentions/index.ts";
import { boxOf } from "../dom.ts";
import { type Found, watched } from "../found.ts";
import type { Target } from "../look/target.ts";
import { words } from "../words.ts";
import type { SourcedQuery } from "./attribute-queries.ts";
import { carriersOf, isInLine, isWhole } from "./carriers.ts";
import { queryOfElement } from "./element-query.ts";
import type { Trigger } from "./links.ts";

/**
 * The person a target refers to if its text has no mention, according to links, attributes, labels and tooltips,
 * nearest first. Exactly one person, and no one if two of these sources disagree.
 *
 * @returns "nobody" if they disagree; undefined if there is no source
 */
export function foundBehind(
  target: Target,
  patterns: readonly SubjectPattern[],
  trigger: Trigger,
): Found | "nobody" | undefined {
  for (const carrier of carriersOf(target)) {
    const said = queryOfElement(carrier, () => target.run?.text ?? "", patterns, trigger);
    if (said === "several") return "nobody";
    if (said) return foundOn(carrier, target, said, patterns, trigger);
  }
  return undefined;
}

function foundOn(
  carrier: Element,
  target: Target,
  { query, source }: SourcedQuery,
  patterns: readonly SubjectPattern[],
  trigger: Trigger,
): Found {
  const shown = target.run?.text ?? "";
  const read = () => {
    const said = queryOfElement(carrier, () => shown, patterns, trigger);
    // Sites remove a tooltip when the pointer leaves its word, perhaps for the card: the word still means that person.
    if (!said && source === "tooltip") return query.value;
    return said && said !== "several" ? said.query.value : "";
  };
  const measure = () => boxOfTarget(carrier, target);
  return {
    query,
    source,
    box: measure(),
    element: carrier,
    isThere: watched(carrier, () => `${read()} ${carrier.textContent}`, measure),
  };
}

/** The carrier's box, or that of the target's text if the carrier can be wider or has no box. */
function boxOfTarget(carrier: Element, { element, run }: Target): DOMRectReadOnly {
  const map = carrier.localName === "area" && carrier.closest("map");
  const picture = map && document.querySelector(`img[usemap="#${CSS.escape(map.name)}"]`);
  if (picture) return boxOf(picture);
  const box = boxOf(carrier);
  if (box.width > 0 && (!run || isInLine(carrier) || isWhole(carrier))) return box;
  return run ? words().boxOfAll(words().rangesOf(run, 0, run.text.length)) : boxOf(element);
}
