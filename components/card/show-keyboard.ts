/**
 * Marks the card as focused while it has the keyboard focus, by `data-keyboard` on its root. A page can take the focus
 * away, and keys go to wherever it is. A mouse in the card needs no such mark.
 */
export function showKeyboard(root: HTMLElement): void {
  const show = () => root.toggleAttribute("data-keyboard", document.hasFocus());
  const hide = () => root.removeAttribute("data-keyboard");
  for (const type of ["focus", "keydown"]) addEventListener(type, show);
  for (const type of ["blur", "pointerdown"]) addEventListener(type, hide);
}
