import { findMentions, mentionAt } from "../mentions/index.ts";
import type { Field } from "./fields.ts";
import { asReadableField } from "./fields.ts";
import { type Found, soughtOf } from "./found.ts";
import { mentionOfLabels } from "./labels.ts";
import { focusedElement } from "./shadow.ts";
import { rangeOf, textAround } from "./text-around.ts";

/**
 * What the keyboard points at, for the command: the selection, else the field or link with the focus, else the
 * word at the caret.
 */
export function mentionOfFocus(): Found | undefined {
  const focused = focusedElement();
  const field = asReadableField(focused);
  if (field) return mentionInFocusedField(field);
  const selection = document.getSelection();
  return (
    mentionOfSelection(selection) ??
    (focused && focused !== document.body ? mentionOfElement(focused) : undefined) ??
    mentionAtCaret(selection)
  );
}

function mentionInFocusedField(field: Field): Found | undefined {
  // `selectionStart` is null for `type=email`: the whole value is meant then.
  const { value, selectionStart, selectionEnd } = field;
  const box = field.getBoundingClientRect();
  const selected = value.slice(selectionStart ?? 0, selectionEnd ?? value.length);
  const mention =
    findMentions(selected)[0] ??
    (selectionStart === null ? undefined : mentionAt(value, selectionStart));
  return mention && { sought: soughtOf(mention), box, element: field };
}

function mentionOfSelection(selection: Selection | null): Found | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const mention = findMentions(selection.toString())[0];
  const element = elementOf(range.commonAncestorContainer);
  if (!mention || !element) return undefined;
  return { sought: soughtOf(mention), box: range.getBoundingClientRect(), element };
}

/** The link's own text first: it is what the person sees. */
function mentionOfElement(element: Element): Found | undefined {
  if (element.localName !== "a") return mentionOfLabels(element);
  const mention = findMentions(element.textContent ?? "")[0];
  return mention
    ? { sought: soughtOf(mention), box: element.getBoundingClientRect(), element }
    : mentionOfLabels(element);
}

function mentionAtCaret(selection: Selection | null): Found | undefined {
  const node = selection?.anchorNode;
  if (!(node instanceof Text)) return undefined;
  const run = textAround(node, selection?.anchorOffset ?? 0);
  const mention = mentionAt(run.text, run.offset);
  const element = node.parentElement;
  if (!mention || !element) return undefined;
  return {
    sought: soughtOf(mention),
    box: rangeOf(run, mention.start, mention.end).getBoundingClientRect(),
    element,
  };
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
