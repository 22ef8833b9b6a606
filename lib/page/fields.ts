import { TYPING_QUIET_MS } from "../limits.ts";

export type Field = HTMLInputElement | HTMLTextAreaElement;

/** Kinds of input whose value is text that the person can see; never `password`. */
const READABLE_TYPES = /^(text|email|search|url|tel)$/;

/** The field, if an element is one whose text may be read. */
export function asReadableField(element: Element | null): Field | undefined {
  if (element instanceof HTMLTextAreaElement) return element;
  return element instanceof HTMLInputElement && READABLE_TYPES.test(element.type)
    ? element
    : undefined;
}

/** Whether what is typed at an event's target becomes text there. */
export function isEditable(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.localName === "input" || target.localName === "textarea")
  );
}

/**
 * Whether a person types at this moment.
 *
 * @param lastKey time of the last key press in an editable place, ms on the clock of `now`; undefined for none
 */
export function isTyping(lastKey: number | undefined, now: number): boolean {
  return lastKey !== undefined && now - lastKey < TYPING_QUIET_MS;
}
