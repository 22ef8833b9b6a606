import { mentionAt, type SubjectPattern } from "../../mentions/index.ts";
import { boxOf, treeOf } from "../dom.ts";
import { type Found, queryOf, watched } from "../found.ts";
import { hitChain } from "../shadow.ts";
import { isBesideText } from "./beside-text.ts";
import { type Caret, caretAt, caretsByBoxes, isAt, isInside, touches } from "./caret.ts";
import { asReadableField } from "./fields.ts";
import { namedAt } from "./named.ts";
import { mayCover, visibleStack } from "./see-through.ts";
import { isSeenAt } from "./seen.ts";
import { mentionInSelect } from "./selected-option.ts";
import type { Target } from "./target.ts";
import { boxOfAll, elementOf, rangesOf, textAround } from "./text-around.ts";

/** What is at a point. */
export type HitResult =
  /** A mention, in the text that a reader sees there or in a field's value. */
  | { is: "named"; found: Found }
  /** Something whose text has no mention. */
  | { is: "unnamed"; target: Target };

/**
 * What is at a point. Reads only the run of text around it, never the page.
 *
 * @param x @param y CSS px in the viewport of this frame
 */
export function hitTest(
  x: number,
  y: number,
  patterns: readonly SubjectPattern[],
): HitResult | undefined {
  const { element, roots } = hitChain(x, y);
  if (!element) return undefined;
  if (element.localName === "input" || element.localName === "textarea") {
    const found = mentionInField(element, roots, x, y, patterns);
    return found ? { is: "named", found } : { is: "unnamed", target: { element } };
  }
  if (element instanceof HTMLSelectElement) {
    const found = mentionInSelect(element, patterns);
    return found ? { is: "named", found } : { is: "unnamed", target: { element } };
  }
  const isBeside =
    roots.length === 0 && element instanceof HTMLElement && isBesideText(element, x, y);
  const caret = isBeside ? undefined : caretAt(x, y, element, roots);
  const carets =
    caret && isAt(caret, x, y)
      ? [caret]
      : caretsByBoxes(
          x,
          y,
          mayCover(element, x, y) ? visibleStack(x, y) : isBeside ? [] : [element],
        );
  let target: Target = { element: hoveredArea(element) ?? element };
  for (const candidate of carets) {
    const result = hitTestText(candidate, x, y, element, patterns);
    if (result?.is === "named") return result;
    if (result && !target.run) target = result.target;
  }
  return { is: "unnamed", target };
}

/** The hovered area of an image map: for such a point Firefox returns the picture (153, seen 2026-11). */
function hoveredArea(element: Element): Element | null {
  if (element.localName !== "img") return null;
  return (treeOf(element) as Document | ShadowRoot).querySelector("area:hover");
}

function hitTestText(
  caret: Caret,
  x: number,
  y: number,
  hit: Element,
  patterns: readonly SubjectPattern[],
): HitResult | undefined {
  if (!(caret.node instanceof Text)) return undefined;
  const element = elementOf(caret.node);
  if (!element) return undefined;
  const run = textAround(caret.node, caret.offset);
  const named = namedAt(run.text, run.offset, element, patterns);
  if (!named)
    return isOnLetter(caret.node, caret.offset, x, y)
      ? { is: "unnamed", target: { element, run } }
      : undefined;
  if (!isSeenAt(element, x, y, hit)) return undefined;
  const ranges = rangesOf(run, named.start, named.end);
  // The caret is the nearest one: to the right of a line's end it is still in the last word.
  if (!ranges.some((range) => touches(range, x, y))) return undefined;
  const box = boxAt(ranges, x, y);
  return {
    is: "named",
    found: { query: named.query, box, element, isThere: isThere(ranges) },
  };
}

/** Whether a point is on a letter next to the caret. */
function isOnLetter(node: Text, offset: number, x: number, y: number): boolean {
  const range = document.createRange();
  range.setStart(node, Math.max(0, offset - 1));
  range.setEnd(node, Math.min(node.data.length, offset + 1));
  return touches(range, x, y);
}

/** `Found.isThere` for a mention that ranges cover. */
export function isThere(ranges: readonly Range[]): () => boolean {
  return watched(
    ranges[0]?.startContainer ?? document,
    () => ranges.join(""),
    () => boxOfAll(ranges),
  );
}

/** The box of the part in the line under the pointer, if a mention is broken over several lines. */
function boxAt(ranges: readonly Range[], x: number, y: number): DOMRectReadOnly {
  const boxes = ranges.flatMap((range) => [...range.getClientRects()]);
  const hit = boxes.find((box) => isInside(box, x, y));
  if (!hit) return boxOfAll(ranges);
  const inLine = boxes.filter((box) => box.top < hit.bottom && box.bottom > hit.top);
  const left = Math.min(...inLine.map((box) => box.left));
  const right = Math.max(...inLine.map((box) => box.right));
  return new DOMRect(left, hit.top, right - left, hit.height);
}

function mentionInField(
  element: Element,
  roots: ShadowRoot[],
  x: number,
  y: number,
  patterns: readonly SubjectPattern[],
): Found | undefined {
  const field = asReadableField(element);
  if (!field || field.value === "") return undefined;
  const caret = caretAt(x, y, field, roots);
  const mention = mentionAt(field.value, caret?.node === field ? caret.offset : 0, patterns);
  if (!mention) return undefined;
  if (caret?.box && !isAt(caret, x, y)) return undefined;
  const box = caret?.box ?? boxOf(field);
  const query = queryOf(mention);
  return { query, box, element: field, isThere: isFieldThere(field) };
}

/** `Found.isThere` for a mention in a field. */
function isFieldThere(field: HTMLInputElement | HTMLTextAreaElement): () => boolean {
  return watched(
    field,
    () => field.value,
    () => boxOf(field),
  );
}
