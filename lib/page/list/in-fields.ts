import { findMentions, type SubjectPattern } from "../../mentions/index.ts";
import { soughtOf } from "../found.ts";
import { asReadableField } from "../look/fields.ts";
import type { Spot } from "./spot.ts";

/** The mentions in the values of fields, never of one for passwords. */
export function mentionsInFields(root: ParentNode, patterns: readonly SubjectPattern[]): Spot[] {
  return [...root.querySelectorAll("input, textarea")].flatMap((element) => {
    const value = asReadableField(element)?.value ?? "";
    return findMentions(value, patterns).map((mention) => ({ sought: soughtOf(mention), element }));
  });
}
