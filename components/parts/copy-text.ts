/**
 * Puts text on the clipboard. Must run in a click handler: in the card's frame, permissions policy blocks
 * `navigator.clipboard` but not the copy event (measured in Chromium 156 and Firefox 153).
 *
 * @returns whether the browser accepted it
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
 * The same for a text that isn't available yet; waiting ends a click's right to use the copy event. Only for a page in
 * its own tab, within a few seconds of the click.
 *
 * @returns whether the browser accepted it
 */
export function copyTextLater(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
