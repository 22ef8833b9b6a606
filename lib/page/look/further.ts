import type { SubjectPattern } from "../../mentions/index.ts";
import type { Trigger } from "../behind/links.ts";
import type { Found } from "../found.ts";
import type { Target } from "./target.ts";

/**
 * The person a target refers to although its text has no mention.
 *
 * @returns "look-behind" if the part that finds out (page-behind.js) isn't loaded but can be
 */
export function foundFurther(
  target: Target,
  patterns: readonly SubjectPattern[],
  trigger: Trigger,
): Found | "look-behind" | undefined {
  const behind = globalThis.keycardLookupBehind;
  return behind === undefined ? "look-behind" : behind?.of(target, patterns, trigger);
}
