/** The page hears nothing of a key: one that is for the card is so from its beginning to its end. */
export function keep(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
