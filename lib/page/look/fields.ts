export type Field = HTMLInputElement | HTMLTextAreaElement;

/** Input types whose value is text that the user can see; never `password`. */
const READABLE_TYPES = /^(text|email|search|url|tel)$/;

/** The element as a field, if it is one whose text the extension is allowed to read. */
export function asReadableField(element: Element | null): Field | undefined {
  if (element instanceof HTMLTextAreaElement) return element;
  return element instanceof HTMLInputElement &&
    READABLE_TYPES.test(element.type) &&
    !isSecret(element)
    ? element
    : undefined;
}

/** A password that is revealed temporarily, or hidden only by CSS. */
function isSecret(field: HTMLInputElement): boolean {
  const { webkitTextSecurity } = getComputedStyle(field) as { webkitTextSecurity?: string };
  return /password/.test(field.autocomplete) || (webkitTextSecurity ?? "none") !== "none";
}
