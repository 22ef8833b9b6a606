import { selectionIn } from "../keyboard/keyboard-place.ts";
import { asReadableField } from "../look/fields.ts";
import { focusedElement } from "../shadow.ts";

/**
 * The selected text at the keyboard focus, in a field or in the page; empty if nothing is selected, or in a field that
 * isn't read.
 */
export function selectedText(): string {
  const focused = focusedElement();
  const field = asReadableField(focused);
  if (field) return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  // Not in a password field either: some browsers report its selection as the document's.
  if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) return "";
  return selectionIn(focused)?.toString() ?? "";
}
