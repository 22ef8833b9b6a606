/** A key is for the card: the page hears nothing of it, and the site's dialog below the card stays open. */
export function keep(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
