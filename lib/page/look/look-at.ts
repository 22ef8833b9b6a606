import type { SubjectPattern } from "../../mentions/index.ts";
import type { Found } from "../found.ts";
import { floatingAround } from "./floating.ts";
import { foundFurther } from "./further.ts";
import { hitTest } from "./mention-at-point.ts";
import { isSiteMenuOpen } from "./site-menu.ts";

/**
 * The person the pointer is on, unless a menu of the site is open.
 *
 * @param x @param y CSS px in the viewport of this frame
 * @returns "look-behind" if the part that is needed to find out (page-behind.js) isn't loaded but can be
 */
export function lookAt(
  x: number,
  y: number,
  patterns: readonly SubjectPattern[],
): Found | "look-behind" | undefined {
  const found = foundAt(x, y, patterns);
  return typeof found === "object" && isSiteMenuOpen(found.element) ? undefined : found;
}

function foundAt(
  x: number,
  y: number,
  patterns: readonly SubjectPattern[],
): Found | "look-behind" | undefined {
  const result = hitTest(x, y, patterns);
  // A tooltip can disappear: then what was below it counts.
  const needsBehind = result?.is === "named" && floatingAround(result.found.element);
  if (needsBehind && globalThis.keycardLookupBehind === undefined) return "look-behind";
  if (result?.is === "named") return result.found;
  if (!result || PAGE.test(result.target.element.localName)) return undefined;
  return foundFurther(result.target, patterns, "hover");
}

/** What a hit test returns where the page shows nothing: no one is there. */
const PAGE = /^(html|body)$/;
