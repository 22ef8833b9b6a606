/** Milliseconds after a key press in a field during which its text isn't examined. */
export const TYPING_QUIET_MS = 1_000;

/** Whether typing at an event's target enters text there. */
export function isEditable(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.localName === "input" || target.localName === "textarea")
  );
}

/**
 * Whether the user is typing.
 *
 * @param lastKey time of the last key press in an editable place, in ms on the clock of `now`; undefined for none
 */
export function isTyping(lastKey: number | undefined, now: number): boolean {
  return lastKey !== undefined && now - lastKey < TYPING_QUIET_MS;
}
