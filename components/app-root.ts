/**
 * Where a page of the extension is drawn; nowhere in a frame, where what is around it could lead clicks on it. Only the
 * card is made to be framed.
 */
export function appRoot(): HTMLElement | null {
  return window.top === window ? document.getElementById("app") : null;
}
