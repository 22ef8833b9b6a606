import type { SubjectPattern } from "../../mentions/index.ts";
import { boxOf } from "../dom.ts";
import { type Found, watched } from "../found.ts";
import type { Pointed } from "../look/pointed.ts";
import { words } from "../words.ts";
import { carriersOf, isInLine, isWhole } from "./carriers.ts";
import type { Asked } from "./links.ts";
import type { Said } from "./said.ts";
import { saidOf } from "./said-of.ts";

/**
 * Whom what is pointed at stands for, where its text names nobody: what is said of it by links, attributes, labels and
 * tooltips, nearest first. One person only, and none where two of these disagree.
 *
 * @returns "nobody" when they disagree; undefined when nothing is said
 */
export function foundBehind(
  pointed: Pointed,
  patterns: readonly SubjectPattern[],
  asked: Asked,
): Found | "nobody" | undefined {
  for (const carrier of carriersOf(pointed)) {
    const said = saidOf(carrier, () => pointed.run?.text ?? "", patterns, asked);
    if (said === "several") return "nobody";
    if (said) return foundOn(carrier, pointed, said, patterns, asked);
  }
  return undefined;
}

function foundOn(
  carrier: Element,
  pointed: Pointed,
  { query, source }: Said,
  patterns: readonly SubjectPattern[],
  asked: Asked,
): Found {
  const shown = pointed.run?.text ?? "";
  const read = () => {
    const said = saidOf(carrier, () => shown, patterns, asked);
    // Sites take a tooltip away when the pointer leaves its word, perhaps for the card: the word still means the same.
    if (!said && source === "tooltip") return query.value;
    return said && said !== "several" ? said.query.value : "";
  };
  const measure = () => drawnBox(carrier, pointed);
  return {
    query,
    source,
    box: measure(),
    element: carrier,
    isThere: watched(carrier, () => `${read()} ${carrier.textContent}`, measure),
  };
}

/** The carrier's box, or that of the text pointed at, where the carrier is wider or has none. */
function drawnBox(carrier: Element, { element, run }: Pointed): DOMRectReadOnly {
  const map = carrier.localName === "area" && carrier.closest("map");
  const picture = map && document.querySelector(`img[usemap="#${CSS.escape(map.name)}"]`);
  if (picture) return boxOf(picture);
  const box = boxOf(carrier);
  if (box.width > 0 && (!run || isInLine(carrier) || isWhole(carrier))) return box;
  return run ? words().boxOfAll(words().rangesOf(run, 0, run.text.length)) : boxOf(element);
}
