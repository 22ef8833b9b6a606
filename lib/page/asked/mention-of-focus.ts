import { findMentions, mentionAt, type SubjectPattern } from "../../mentions/index.ts";
import { type Found, queryOf, watched } from "../found.ts";
import { selectionIn } from "../keyboard/keyboard-place.ts";
import { asReadableField, type Field } from "../look/fields.ts";
import { isFieldThere, isThere } from "../look/mention-at-point.ts";
import { boxOfAll, rangesOf, textAround } from "../look/text-around.ts";
import { focusedElement } from "../shadow.ts";

/**
 * What the keyboard points at, for the command: the selection, else the field or link with the focus, else the
 * word at the caret.
 */
export function mentionOfFocus(patterns: readonly SubjectPattern[]): Found | undefined {
  const focused = focusedElement();
  const field = asReadableField(focused);
  if (field) return mentionInFocusedField(field, patterns) ?? mentionBehind(field, patterns);
  const selection = selectionIn(focused);
  return (
    mentionOfSelection(selection, patterns) ??
    (focused && focused !== document.body ? mentionOfElement(focused, patterns) : undefined) ??
    mentionAtCaret(selection, patterns)
  );
}

function mentionInFocusedField(
  field: Field,
  patterns: readonly SubjectPattern[],
): Found | undefined {
  // `selectionStart` is null for `type=email`: the whole value is meant then.
  const { value, selectionStart, selectionEnd } = field;
  const box = field.getBoundingClientRect();
  const selected = value.slice(selectionStart ?? 0, selectionEnd ?? value.length);
  const mention =
    findMentions(selected, patterns)[0] ??
    (selectionStart === null ? undefined : mentionAt(value, selectionStart, patterns));
  return mention && { query: queryOf(mention), box, element: field, isThere: isFieldThere(field) };
}

/**
 * Code editors and terminals (Monaco, CodeMirror, Ace, xterm.js) type into a field that nobody sees, and keep it where
 * they draw the caret in text of their own.
 */
function mentionBehind(field: Field, patterns: readonly SubjectPattern[]): Found | undefined {
  const { left, top, width, height } = field.getBoundingClientRect();
  const { opacity, color } = getComputedStyle(field);
  const isUnseen = Math.min(width, height) <= 2 || opacity === "0" || color === "rgba(0, 0, 0, 0)";
  const found = isUnseen && globalThis.keycardLookupLook?.(left, top + height / 2, patterns);
  return typeof found === "object" ? found : undefined;
}

function mentionOfSelection(
  selection: Selection | null,
  patterns: readonly SubjectPattern[],
): Found | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  const mention = findMentions(selection.toString(), patterns)[0];
  const element = elementOf(range.commonAncestorContainer);
  if (!mention || !element) return undefined;
  const box = range.getBoundingClientRect();
  return { query: queryOf(mention), box, element, isThere: isThere([range]) };
}

/** The link's own text first: it is what the person sees. */
function mentionOfElement(
  element: Element,
  patterns: readonly SubjectPattern[],
): Found | undefined {
  const mention = element.localName === "a" && findMentions(element.textContent ?? "", patterns)[0];
  if (!mention) return globalThis.keycardLookupBehind?.of({ element }, patterns);
  const box = element.getBoundingClientRect();
  const there = watched(
    element,
    () => element.textContent ?? "",
    () => element.getBoundingClientRect(),
  );
  return { query: queryOf(mention), box, element, isThere: there };
}

function mentionAtCaret(
  selection: Selection | null,
  patterns: readonly SubjectPattern[],
): Found | undefined {
  const node = selection?.anchorNode;
  if (!(node instanceof Text)) return undefined;
  const run = textAround(node, selection?.anchorOffset ?? 0);
  const mention = mentionAt(run.text, run.offset, patterns);
  const element = node.parentElement;
  if (!mention || !element) return undefined;
  const ranges = rangesOf(run, mention.start, mention.end);
  return {
    query: queryOf(mention),
    box: boxOfAll(ranges),
    element,
    isThere: isThere(ranges),
  };
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
