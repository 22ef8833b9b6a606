import { isSameQuery } from "../query-key.ts";
import { type Found, isWithinLine } from "./found.ts";
import type { LookPart } from "./look-part.ts";

/**
 * Returns the current state of a mention. Lists and frameworks redraw the same text in other nodes (`innerHTML`,
 * `textContent`, another row): for a reader it is still there if the same person is at the same place.
 *
 * @param part its settings define what counts as a mention
 * @returns undefined if it is gone, or if someone else is there now
 */
export function currentMention(found: Found, part: Pick<LookPart, "settings">): Found | undefined {
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
