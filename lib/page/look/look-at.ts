import type { SubjectPattern } from "../../mentions/index.ts";
import type { Found } from "../found.ts";
import { sightAt } from "./mention-at-point.ts";
import { isSiteMenuOpen } from "./site-menu.ts";

/**
 * Whom the pointer rests on, unless a menu of the site is open.
 *
 * @param x @param y CSS px in the viewport of this frame
 * @returns "look-behind" when the text there names nobody, and the part that looks further (page-behind.js) is not here
 */
export function lookAt(
  x: number,
  y: number,
  patterns: readonly SubjectPattern[],
): Found | "look-behind" | undefined {
  const found = foundAt(x, y, patterns);
  return found && !isSiteMenuOpen() ? found : undefined;
}

function foundAt(
  x: number,
  y: number,
  patterns: readonly SubjectPattern[],
): Found | "look-behind" | undefined {
  const sight = sightAt(x, y, patterns);
  if (sight?.is === "named") return sight.found;
  if (!sight || PAGE.test(sight.pointed.element.localName)) return undefined;
  const behind = globalThis.keycardLookupBehind;
  return behind ? behind.of(sight.pointed, patterns) : "look-behind";
}

/** Beside all that the page shows there is nobody. */
const PAGE = /^(html|body)$/;
