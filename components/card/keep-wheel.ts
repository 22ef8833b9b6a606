/**
 * Keeps a wheel event that the card can't use. Otherwise the page would scroll on it, and could tell whether the card's
 * content is longer than the card: for a box that doesn't overflow, `overscroll-behavior` does nothing in Chromium
 * before about 143. Can go with the support of these versions.
 *
 * @param card the element in which it is kept
 * @param scroller the part of it that can scroll
 * @returns a function that stops this
 */
export function keepWheel(card: HTMLElement, scroller: HTMLElement): () => void {
  const onWheel = (event: WheelEvent) => {
    // With Ctrl it zooms the page.
    if (event.ctrlKey) return;
    const overflows = scroller.scrollHeight > scroller.clientHeight;
    if (!overflows || !scroller.contains(event.target as Node)) event.preventDefault();
  };
  card.addEventListener("wheel", onWheel, { passive: false });
  return () => card.removeEventListener("wheel", onWheel);
}
