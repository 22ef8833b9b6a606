import { findMentions, type SubjectPattern } from "../../mentions/index.ts";
import { queryOf } from "../found.ts";
import { asReadableField } from "../look/fields.ts";
import { mentionInSelect } from "../look/selected-option.ts";
import type { Spot } from "./spot.ts";

/**
 * Yields the mentions in the values of fields and in closed drop-downs, but never of password fields. Yields after each
 * field.
 */
export function* mentionsInFields(
  root: ParentNode,
  patterns: readonly SubjectPattern[],
  give: (spot: Spot) => void,
): Generator<void> {
  for (const element of root.querySelectorAll("input, textarea, select")) {
    const chosen = element instanceof HTMLSelectElement && mentionInSelect(element, patterns);
    if (chosen) give({ query: chosen.query, element });
    const value = asReadableField(element)?.value ?? "";
    for (const mention of findMentions(value, patterns)) give({ query: queryOf(mention), element });
    yield;
  }
}
