import type { SubjectPattern } from "../../mentions/index.ts";
import type { Asked } from "../behind/links.ts";
import type { Found } from "../found.ts";
import type { Pointed } from "./pointed.ts";

/**
 * Who is meant by what names nobody in its text.
 *
 * @returns "look-behind" where the part that tells (page-behind.js) is not here, but may be had
 */
export function foundFurther(
  pointed: Pointed,
  patterns: readonly SubjectPattern[],
  asked: Asked,
): Found | "look-behind" | undefined {
  const behind = globalThis.keycardLookupBehind;
  return behind === undefined ? "look-behind" : behind?.of(pointed, patterns, asked);
}
