import type { Lifetime } from "../lifetime.ts";
import type { Spot } from "./spot.ts";

/** Milliseconds for which a mention is highlighted after scrolling to it. */
const REVEAL_MS = 2_000;

/** The name of the highlight that briefly shows which mention was scrolled to. lib/worker/marks.ts has its style. */
const HIGHLIGHT = "keycard-lookup-here";

/** Scrolls to a mention and highlights it briefly, without touching the page or its selection. */
export function reveal({ element, range }: Spot, { signal }: Lifetime): void {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({
    block: "center",
    inline: "nearest",
    behavior: calm ? "auto" : "smooth",
  });
  CSS.highlights.delete(HIGHLIGHT);
  if (!range) return;
  const highlight = new Highlight(range);
  highlight.priority = 1;
  CSS.highlights.set(HIGHLIGHT, highlight);
  const end = () => {
    if (CSS.highlights.get(HIGHLIGHT) === highlight) CSS.highlights.delete(HIGHLIGHT);
  };
  setTimeout(end, REVEAL_MS);
  signal.addEventListener("abort", end);
}
