import { isSameQuery } from "../query-key.ts";
import { type Found, isWithinLine } from "./found.ts";
import type { LookPart } from "./look-part.ts";

/**
 * A mention as it stands now. Lists and frameworks draw the same text anew in other nodes (`innerHTML`, `textContent`,
 * another row): for a reader it is still there when the same person stands at the same place.
 *
 * @param part whose settings say what is a mention here
 * @returns undefined when it is gone, or somebody else stands there
 */
export function standing(found: Found, part: Pick<LookPart, "settings">): Found | undefined {
  if (found.isThere()) return found;
  const { left, top, width, height } = found.box;
  const patterns = part.settings()?.patterns ?? [];
  const now = globalThis.keycardLookupLook?.(left + width / 2, top + height / 2, patterns);
  return now &&
    now !== "look-behind" &&
    isSameQuery(now.query, found.query) &&
    isWithinLine(now.box, found.box)
    ? now
    : undefined;
}
