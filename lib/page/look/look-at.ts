import type { SubjectPattern } from "../../mentions/index.ts";
import type { Found } from "../found.ts";
import { floatingAround } from "./floating.ts";
import { foundFurther } from "./further.ts";
import { hitTest } from "./mention-at-point.ts";
import { isSiteMenuOpen } from "./site-menu.ts";

/**
 * Whom the pointer rests on, unless a menu of the site is open.
 *
 * @param x @param y CSS px in the viewport of this frame
 * @returns "look-behind" where the part that is needed to tell (page-behind.js) is not here, but may be had
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
  // A tooltip may go, and what was below it is meant then.
  const needsBehind = result?.is === "named" && floatingAround(result.found.element);
  if (needsBehind && globalThis.keycardLookupBehind === undefined) return "look-behind";
  if (result?.is === "named") return result.found;
  if (!result || PAGE.test(result.target.element.localName)) return undefined;
  return foundFurther(result.target, patterns, "hover");
}

/** Beside all that the page shows there is nobody. */
const PAGE = /^(html|body)$/;
