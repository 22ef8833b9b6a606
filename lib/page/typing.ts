/** Milliseconds after a key press in a field during which its text is not looked at. */
export const TYPING_QUIET_MS = 1_000;

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
