import { MARKS_CHOOSE_MS, MARKS_DRAWN } from "../../limits.ts";
import { boxOf } from "../dom.ts";
import type { Place, Places } from "../survey/places.ts";
import { inSlices } from "../survey/slices.ts";

/**
 * Which of a document's mentions have their line. The browser goes through all ranges of a highlight for each frame that
 * it paints after a change of style (about 2 µs each: Chromium 156, measured 2026-11), so that of very many only those
 * near the window are drawn.
 */
export interface Drawn {
  add(place: Place): void;
  drop(place: Place): void;
}

export function createDrawn(
  highlight: Highlight,
  places: () => Places,
  signal: AbortSignal,
): Drawn {
  const ranges = new WeakMap<Place, StaticRange>();
  let following = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let choosing = false;
  /** Something has moved since the choice began. */
  let again = false;

  /** Goes through all places, drawing those near the window and no others. */
  function* choose(): Generator<void> {
    for (const place of places().all()) {
      const range = ranges.get(place);
      if (range) {
        if (isNear(place)) highlight.add(range);
        else highlight.delete(range);
      }
      yield;
    }
  }

  /** Not at once: where elements are must be worked out by the browser, and after each change anew. */
  function chooseSoon(): void {
    if (choosing) again = true;
    else
      waiting ??= setTimeout(async () => {
        choosing = true;
        await inSlices(choose(), signal);
        choosing = false;
        waiting = undefined;
        if (!again || signal.aborted) return;
        again = false;
        chooseSoon();
      }, MARKS_CHOOSE_MS);
  }

  /** From now on what is near changes with every scroll, and with whatever makes the page longer. */
  function follow(): void {
    following = true;
    addEventListener("scroll", chooseSoon, { capture: true, passive: true, signal });
    const observer = new ResizeObserver(chooseSoon);
    observer.observe(document.documentElement);
    signal.addEventListener("abort", () => {
      observer.disconnect();
      clearTimeout(waiting);
    });
  }

  return {
    add(place) {
      const range = rangeOf(place);
      ranges.set(place, range);
      if (highlight.size < MARKS_DRAWN) highlight.add(range);
      else {
        if (!following) follow();
        chooseSoon();
      }
    },
    drop(place) {
      const range = ranges.get(place);
      if (range) highlight.delete(range);
    },
  };
}

/** A live range would be adjusted at every change of the page. None can reach from one tree into another. */
function rangeOf({ start, startOffset, end, endOffset }: Place): StaticRange {
  const together = start === end || start.getRootNode() === end.getRootNode();
  return new StaticRange({
    startContainer: start,
    startOffset,
    endContainer: together ? end : start,
    endOffset: together ? endOffset : start.data.length,
  });
}

/** Whether a place is in the window or within half its height of it, or nowhere yet: what is hidden has a box of 0. */
function isNear({ start }: Place): boolean {
  const box = start.parentElement && boxOf(start.parentElement);
  return box === null || (box.bottom >= -innerHeight / 2 && box.top <= 1.5 * innerHeight);
}
