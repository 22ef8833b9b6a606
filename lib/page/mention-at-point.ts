import { mentionAt } from "../mentions/index.ts";
import { caretAt, isInside, touches } from "./caret.ts";
import { boxOf } from "./dom.ts";
import { asReadableField } from "./fields.ts";
import { type Found, soughtOf } from "./found.ts";
import { mentionOfLabels } from "./labels.ts";
import { type HitChain, hitChain } from "./shadow.ts";
import { rangeOf, textAround } from "./text-around.ts";

/**
 * The mention under a point: in the text a reader sees there, in a field's value, or in the link, tooltip
 * or label of what is there. Looks at the run of text around the point only, never at the page.
 *
 * @param x @param y CSS px in the viewport of this frame
 */
export function mentionAtPoint(x: number, y: number): Found | undefined {
  const chain = hitChain(x, y);
  if (!chain.element) return undefined;
  if (chain.element.localName === "input" || chain.element.localName === "textarea")
    return mentionInField(chain, x, y) ?? mentionOfLabels(chain.element);
  const caret = caretAt(x, y, chain);
  const inText =
    caret?.node instanceof Text ? mentionInText(caret.node, caret.offset, x, y) : undefined;
  return inText ?? mentionOfLabels(chain.element);
}

function mentionInText(node: Text, offset: number, x: number, y: number): Found | undefined {
  const run = textAround(node, offset);
  const mention = mentionAt(run.text, run.offset);
  const element = node.parentElement;
  if (!mention || !element) return undefined;
  const range = rangeOf(run, mention.start, mention.end);
  // The caret is the nearest one: right of a line's end it still stands in the last word.
  if (!touches(range, x, y)) return undefined;
  return { sought: soughtOf(mention), box: boxAt(range, x, y), element };
}

/** The box of the line under the pointer, when a mention is broken over several. */
function boxAt(range: Range, x: number, y: number): DOMRectReadOnly {
  return (
    [...range.getClientRects()].find((box) => isInside(box, x, y)) ?? range.getBoundingClientRect()
  );
}

function mentionInField(chain: HitChain, x: number, y: number): Found | undefined {
  const field = asReadableField(chain.element);
  if (!field || field.value === "") return undefined;
  const caret = caretAt(x, y, chain);
  const mention = mentionAt(field.value, caret?.node === field ? caret.offset : 0);
  if (!mention) return undefined;
  // The caret's box, where the browser gives one: right of a line's end it is still the nearest caret.
  const box = caret?.box ?? boxOf(field);
  if (caret?.box && Math.abs(x - box.left) > box.height) return undefined;
  return { sought: soughtOf(mention), box, element: field };
}
