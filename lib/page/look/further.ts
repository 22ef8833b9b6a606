import type { SubjectPattern } from "../../mentions/index.ts";
import type { Trigger } from "../behind/links.ts";
import type { Found } from "../found.ts";
import type { Target } from "./target.ts";

/**
 * Who is meant by what names nobody in its text.
 *
 * @returns "look-behind" where the part that tells (page-behind.js) is not here, but may be had
 */
export function foundFurther(
  target: Target,
  patterns: readonly SubjectPattern[],
  trigger: Trigger,
): Found | "look-behind" | undefined {
  const behind = globalThis.keycardLookupBehind;
  return behind === undefined ? "look-behind" : behind?.of(target, patterns, trigger);
}
