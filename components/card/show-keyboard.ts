/**
 * Has the card look as if it had the keyboard while it has, by `data-keyboard` on its root: a page can take it away, and
 * keys go where it is. A mouse in the card needs no such sign.
 */
export function showKeyboard(root: HTMLElement): void {
  const show = () => root.toggleAttribute("data-keyboard", document.hasFocus());
  const hide = () => root.removeAttribute("data-keyboard");
  for (const type of ["focus", "keydown"]) addEventListener(type, show);
  for (const type of ["blur", "pointerdown"]) addEventListener(type, hide);
}
