import type { SubjectPattern } from "../../mentions/index.ts";
import type { Found } from "../found.ts";
import type { Point } from "../pointer.ts";
import { mentionOfCaret } from "./mention-of-focus.ts";

/**
 * The mention that a selected word is a part of, or whose name is selected: a double click takes `ada` of `ada@example.com`, and so does a right
 * click in Firefox and on a Mac.
 *
 * @param place where the menu was opened, as far as that is known
 */
export function mentionAroundWord(
  word: string,
  place: Point | undefined,
  patterns: readonly SubjectPattern[],
): Found | undefined {
  // Whoever else a row shows that has the focus is not the one whose name is selected.
  const found = place
    ? globalThis.keycardLookupLook?.(place.x, place.y, patterns)
    : mentionOfCaret(patterns);
  // A word beside it is no part of it, though the menu was opened there or the caret is.
  return typeof found === "object" && isPart(word, found) ? found : undefined;
}

/** Whether what is selected belongs to the mention: to its value, or to the name that stands for it. */
function isPart(selected: string, { query, source, element }: Found): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/\s+/g, " ").trim();
  const name = source ? (element.textContent ?? "") : "";
  return [query.value, name].some((text) => bare(text).includes(bare(selected)));
}
