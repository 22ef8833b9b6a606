import type { SubjectPattern } from "../../mentions/index.ts";
import type { Found } from "../found.ts";
import { mentionAtPoint } from "./mention-at-point.ts";
import { isSiteMenuOpen } from "./site-menu.ts";

/**
 * Whom the pointer rests on, unless a menu of the site is open.
 *
 * @param x @param y CSS px in the viewport of this frame
 */
export function lookAt(
  x: number,
  y: number,
  patterns: readonly SubjectPattern[],
): Found | undefined {
  const found = mentionAtPoint(x, y, patterns);
  return found && !isSiteMenuOpen() ? found : undefined;
}
