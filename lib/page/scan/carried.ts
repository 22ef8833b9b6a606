import type { SubjectPattern } from "../../mentions/index.ts";
import type { PlacedMentions } from "./placed-mentions.ts";
import type { Readable } from "./scan.ts";

/**
 * Adds the elements below a node, or around a rewritten text, that refer to someone who isn't in their text
 * (page-behind.js decides): their text becomes the mention. Yields after each element.
 */
export function* addCarried(
  root: Readable,
  patterns: readonly SubjectPattern[],
  places: PlacedMentions,
): Generator<void> {
  yield* globalThis.keycardLookupBehind?.in(root, patterns, ({ query, element }) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const start = texts.nextNode() as Text | null;
    if (!start || !/\S/.test(element.textContent ?? "")) return;
    let end = start;
    while (texts.nextNode()) end = texts.currentNode as Text;
    places.replace({ query, start, startOffset: 0, end, endOffset: end.data.length });
  }) ?? [];
}
