import { selectionIn } from "../keyboard/keyboard-place.ts";
import { asReadableField } from "../look/fields.ts";
import { focusedElement } from "../shadow.ts";

/** What is selected where the keyboard is, in a field or in text; empty for nothing, and in a field that is not read. */
export function selectedText(): string {
  const focused = focusedElement();
  const field = asReadableField(focused);
  if (field) return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  // Nor is a password: some browsers take what is selected in a field for the document's own selection.
  if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) return "";
  return selectionIn(focused)?.toString() ?? "";
}
