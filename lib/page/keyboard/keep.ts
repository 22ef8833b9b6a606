/** Keeps a key event for the card: the page doesn't receive it, so the site's dialog behind the card stays open. */
export function keep(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
