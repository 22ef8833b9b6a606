import { findMentions, mentionAt, type SubjectPattern } from "../../mentions/index.ts";
import { attribute, treeOf } from "../dom.ts";
import { type Found, queryOf, watched } from "../found.ts";
import { selectionIn } from "../keyboard/keyboard-place.ts";
import { asReadableField, type Field } from "../look/fields.ts";
import { flatParent } from "../look/flat-tree.ts";
import { foundFurther } from "../look/further.ts";
import { isThere } from "../look/mention-at-point.ts";
import { mentionInSelect } from "../look/selected-option.ts";
import type { Target } from "../look/target.ts";
import { focusedElement } from "../shadow.ts";
import { words } from "../words.ts";

/**
 * Returns the mention that the keyboard is on, for the command. In order: the active option of a list; the focused
 * field; the selection; the focused link, button or row; the word at the caret. Each is searched in the same way as for
 * hover.
 */
export function mentionOfFocus(patterns: readonly SubjectPattern[]): Found | undefined {
  const focused = focusedElement();
  const active = focused && activeIn(focused);
  const found = active && mentionOfElement(active, patterns);
  if (found) return found;
  const field = asReadableField(focused);
  if (field)
    return (
      mentionInFocusedField(field, patterns) ??
      mentionBehind(field, patterns) ??
      further({ element: field }, patterns)
    );
  if (focused instanceof HTMLSelectElement)
    return mentionInSelect(focused, patterns) ?? further({ element: focused }, patterns);
  const drawn = (focused as WithEditContext | null)?.editContext;
  const inDrawn =
    focused &&
    drawn &&
    mentionWritten(focused, () => drawn.text, drawn.selectionStart, drawn.selectionEnd, patterns);
  if (inDrawn) return inDrawn;
  const selection = selectionIn(focused);
  // In editable text, the word at the caret counts before the element around it.
  const isWritten = focused instanceof HTMLElement && focused.isContentEditable;
  return (
    mentionOfSelection(selection, patterns) ??
    (isWritten ? mentionAtCaret(selection, patterns) : undefined) ??
    (focused && focused !== document.body ? mentionOfElement(focused, patterns) : undefined) ??
    mentionAtCaret(selection, patterns)
  );
}

/** Returns the mention at the caret or at the start of the selection, in a field or in text. */
export function mentionOfCaret(patterns: readonly SubjectPattern[]): Found | undefined {
  const focused = focusedElement();
  const field = asReadableField(focused);
  return field
    ? mentionInFocusedField(field, patterns)
    : mentionAtCaret(selectionIn(focused), patterns);
}

/** Returns the active descendant of a list, tree or combobox that keeps the focus itself. */
function activeIn(focused: Element): Element | null {
  const tree = treeOf(focused);
  const id = attribute(focused, "aria-activedescendant");
  return id && (tree instanceof Document || tree instanceof ShadowRoot)
    ? tree.getElementById(id)
    : null;
}

function further(target: Target, patterns: readonly SubjectPattern[]): Found | undefined {
  const found = foundFurther(target, patterns, "explicit");
  return typeof found === "object" ? found : undefined;
}

function mentionInFocusedField(
  field: Field,
  patterns: readonly SubjectPattern[],
): Found | undefined {
  // `selectionStart` is null for `type=email`: then the whole value counts.
  const { selectionStart, selectionEnd } = field;
  return mentionWritten(field, () => field.value, selectionStart, selectionEnd, patterns);
}

/** Returns the mention in the selected part of typed text, or else the word at the caret. */
function mentionWritten(
  element: Element,
  read: () => string,
  start: number | null,
  end: number | null,
  patterns: readonly SubjectPattern[],
): Found | undefined {
  const text = read();
  const mention =
    findMentions(text.slice(start ?? 0, end ?? text.length), patterns)[0] ??
    (start === null ? undefined : mentionAt(text, start, patterns));
  const measure = () => element.getBoundingClientRect();
  return (
    mention && {
      query: queryOf(mention),
      box: measure(),
      element,
      isThere: watched(element, read, measure),
    }
  );
}

/**
 * What an editor that draws its own text tells the browser about the text and the caret: Monaco 0.57, in Chromium
 * (https://developer.mozilla.org/docs/Web/API/EditContext).
 */
interface WithEditContext {
  editContext?: { text: string; selectionStart: number; selectionEnd: number } | null;
}

/**
 * Code editors and terminals (Monaco, CodeMirror, Ace, xterm.js) receive input in an invisible field, which they keep
 * at the caret that they draw in their own text.
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

/** Prefers a mention in the element's visible text; then someone that the element, or a part of it, refers to. */
function mentionOfElement(
  element: Element,
  patterns: readonly SubjectPattern[],
): Found | undefined {
  const behind = globalThis.keycardLookupBehind;
  const shown = behind?.shownBy(element, patterns);
  if (shown === "nobody") return undefined;
  return shown ?? further(targetOf(element), patterns);
}

/** Treats a name in a cell or an option as if the pointer were on it. */
function targetOf(element: Element): Target {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (text) =>
    /\S/.test((text as Text).data) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
  );
  const text = texts.nextNode() as Text | null;
  return text ? { element, run: words().textAround(text, 0) } : { element };
}

function mentionAtCaret(
  selection: Selection | null,
  patterns: readonly SubjectPattern[],
): Found | undefined {
  const node = selection?.anchorNode;
  if (!(node instanceof Text)) return undefined;
  const { textAround, namedIn, rangesOf, boxOfAll } = words();
  const run = textAround(node, selection?.anchorOffset ?? 0);
  const element = flatParent(node);
  if (!(element instanceof Element)) return undefined;
  const named = namedIn(run.text, () => element, patterns).find(
    ({ start, end }) => start <= run.offset && run.offset <= end,
  );
  if (!named) return further({ element, run }, patterns);
  const ranges = rangesOf(run, named.start, named.end);
  return {
    query: named.query,
    box: boxOfAll(ranges),
    element,
    isThere: isThere(ranges),
  };
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
