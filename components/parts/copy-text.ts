/**
 * Puts text on the clipboard. Must run inside a click: `navigator.clipboard` is refused in the card's frame
 * by permissions policy, the copy event is not (measured in Chromium 156 and Firefox 153).
 *
 * @returns whether the browser took it
 */
export function copyText(text: string): boolean {
  let taken = false;
  const fill = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    taken = true;
  };
  document.addEventListener("copy", fill, { capture: true });
  try {
    return document.execCommand("copy") && taken;
  } finally {
    document.removeEventListener("copy", fill, { capture: true });
  }
}

/**
 * The same for a text that has to be waited for, which ends a click's right to the copy event. Only in a page in a tab
 * of its own, with the click less than some seconds ago.
 *
 * @returns whether the browser took it
 */
export function copyTextLater(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
