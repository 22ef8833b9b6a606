import type { SubjectPattern } from "../../mentions/index.ts";
import { LABELS, labelOf } from "../look/labels.ts";
import type { Spot } from "./spot.ts";

const LABELLED = LABELS.map((name) => `[${name}]`).join();

/** The mentions in tooltips and labels, but for those that the element's own text says anyway. */
export function mentionsInLabels(root: ParentNode, patterns: readonly SubjectPattern[]): Spot[] {
  return [...root.querySelectorAll(LABELLED)].flatMap((element) => {
    const sought = labelOf(element, patterns);
    const said = sought && element.textContent?.toLowerCase().includes(sought.value.toLowerCase());
    return sought && !said && !element.matches("a[href^='mailto:' i]") ? [{ sought, element }] : [];
  });
}
