import { composedParent, focusedElement } from "../shadow.ts";

/** Where the keyboard is in a document: the element with the focus, and the caret or selection. */
export interface KeyboardPlace {
  element: Element | null;
  /** Moves the keyboard back, without scrolling; the caret too, as far as the page still has what it stood in. */
  restore(): void;
}

/** Notes where the keyboard is now. */
export function keyboardPlace(): KeyboardPlace {
  const element = focusedElement();
  const putCaret = isField(element) ? caretInField(element) : caretInText(element);
  return {
    element,
    restore() {
      if (element instanceof HTMLElement || element instanceof SVGElement)
        element.focus({ preventScroll: true });
      putCaret();
    },
  };
}

type Field = HTMLInputElement | HTMLTextAreaElement;

function isField(element: Element | null): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

function caretInField(field: Field): () => void {
  const { selectionStart: start, selectionEnd: end, selectionDirection } = field;
  return () => {
    // Null for kinds of input that have no caret to ask for, such as `email`, which it may have become meanwhile.
    if (start === null || field.selectionStart === null) return;
    if (field.selectionStart === start && field.selectionEnd === end) return;
    field.setSelectionRange(start, end, selectionDirection ?? "none");
  };
}

/** A browser drops the selection in editable text when the focus leaves it, and puts the caret first when it comes back. */
function caretInText(element: Element | null): () => void {
  const selection = selectionIn(element);
  if (!selection) return () => {};
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  return () => {
    if (!anchorNode?.isConnected || !focusNode?.isConnected) return;
    const isSame =
      selection.anchorNode === anchorNode &&
      selection.anchorOffset === anchorOffset &&
      selection.focusNode === focusNode &&
      selection.focusOffset === focusOffset;
    if (isSame) return;
    try {
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    } catch {
      // What it stood in has become shorter.
    }
  };
}

/** https://developer.mozilla.org/docs/Web/API/ShadowRoot/getSelection; Chromium only. */
interface WithSelection {
  getSelection?(): Selection | null;
}

/** The selection that is about an element: Chromium has one for each shadow tree. */
export function selectionIn(element: Element | null): Selection | null {
  for (let node: Node | null = element; node; node = composedParent(node)) {
    const root = node.getRootNode() as Node & WithSelection;
    const own = root instanceof Document ? undefined : root.getSelection?.();
    if (own?.rangeCount) return own;
    if (root instanceof Document) break;
  }
  return document.getSelection();
}
