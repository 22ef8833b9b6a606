export type Field = HTMLInputElement | HTMLTextAreaElement;

/** Kinds of input whose value is text that the person can see; never `password`. */
const READABLE_TYPES = /^(text|email|search|url|tel)$/;

/** The field, if an element is one whose text may be read. */
export function asReadableField(element: Element | null): Field | undefined {
  if (element instanceof HTMLTextAreaElement) return element;
  return element instanceof HTMLInputElement &&
    READABLE_TYPES.test(element.type) &&
    !isSecret(element)
    ? element
    : undefined;
}

/** A password that is shown for a moment, or hidden by style only. */
function isSecret(field: HTMLInputElement): boolean {
  const { webkitTextSecurity } = getComputedStyle(field) as { webkitTextSecurity?: string };
  return /password/.test(field.autocomplete) || (webkitTextSecurity ?? "none") !== "none";
}
