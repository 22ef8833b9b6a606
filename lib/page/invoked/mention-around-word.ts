import type { SubjectPattern } from "../../mentions/index.ts";
import type { Found } from "../found.ts";
import type { Point } from "../pointer.ts";
import { mentionOfCaret } from "./mention-of-focus.ts";

/**
 * Returns the mention that contains a selected word, or whose name is selected: a double click selects `ada` in
 * `ada@example.com`, and so does a right click in Firefox and on macOS.
 *
 * @param place where the menu was opened, if known
 */
export function mentionAroundWord(
  word: string,
  place: Point | undefined,
  patterns: readonly SubjectPattern[],
): Found | undefined {
  // The focused row may show someone else, whose name isn't selected.
  const found = place
    ? globalThis.keycardLookupLook?.(place.x, place.y, patterns)
    : mentionOfCaret(patterns);
  // A word next to the mention isn't part of it, even if the click or the caret was on the mention.
  return typeof found === "object" && isPart(word, found) ? found : undefined;
}

/** Whether the selected text belongs to the mention: to its value, or to the name shown for it. */
function isPart(selected: string, { query, source, element }: Found): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/\s+/g, " ").trim();
  const name = source ? (element.textContent ?? "") : "";
  return [query.value, name].some((text) => bare(text).includes(bare(selected)));
}
