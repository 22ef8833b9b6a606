/**
 * Keeps a turn of the wheel that the card has no use for. The page would scroll on it, and so see whether what the card
 * says is longer than the card: for a box that does not overflow, `overscroll-behavior` does nothing in Chromium before
 * about 143. Can go with the support of these.
 *
 * @param card the element in which it is kept
 * @param scroller the part of it that may scroll
 * @returns a function that ends it
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
