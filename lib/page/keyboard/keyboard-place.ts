import { composedParent, focusedElement } from "../shadow.ts";

/** Where the keyboard is in a document: the focused element, and the caret or selection. */
export interface KeyboardPlace {
  element: Element | null;
  /** Moves the focus back without scrolling, and the caret too if the page still has the text that it was in. */
  restore(): void;
}

/** Records where the keyboard is now. */
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
    // Null for input types without a readable caret, such as `email`; the type may have changed meanwhile.
    if (start === null || field.selectionStart === null) return;
    if (field.selectionStart === start && field.selectionEnd === end) return;
    field.setSelectionRange(start, end, selectionDirection ?? "none");
  };
}

/**
 * A browser drops the selection in editable text when it loses the focus, and puts the caret at the start when it gets
 * it back.
 */
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
      // The text around it has become shorter.
    }
  };
}

/** https://developer.mozilla.org/docs/Web/API/ShadowRoot/getSelection; Chromium only. */
interface WithSelection {
  getSelection?(): Selection | null;
}

/** The selection that contains an element: Chromium has one for each shadow tree. */
export function selectionIn(element: Element | null): Selection | null {
  for (let node: Node | null = element; node; node = composedParent(node)) {
    const root = node.getRootNode() as Node & WithSelection;
    const own = root instanceof Document ? undefined : root.getSelection?.();
    if (own?.rangeCount) return own;
    if (root instanceof Document) break;
  }
  return document.getSelection();
}
