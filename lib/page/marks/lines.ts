import { type PlacedMention, rangeOf } from "../scan/placed-mentions.ts";

/** Milliseconds between two times that underlines are drawn while a document is still being read. */
const MARKS_DRAW_MS = 500;

/** The underlines of the mentions of one document. */
export interface Lines {
  add(placed: PlacedMention): void;
  drop(placed: PlacedMention): void;
  /** Applies all additions and removals together. */
  draw(): void;
  /** The same, unless it was done recently: work in many slices isn't drawn after each one. */
  drawNowAndThen(): void;
  /** Hides them from the page, but keeps them, until they are shown again. */
  rest(resting: boolean): void;
}

/** @param highlight what the browser draws; it reads all of it for each frame after a change of the page */
export function createLines(highlight: Highlight): Lines {
  const ranges = new Map<PlacedMention, StaticRange>();
  const added = new Set<StaticRange>();
  const dropped = new Set<StaticRange>();
  let drawnAt = performance.now();
  let resting = false;

  function draw(): void {
    drawnAt = performance.now();
    if (resting) return;
    for (const range of dropped) highlight.delete(range);
    for (const range of added) highlight.add(range);
    dropped.clear();
    added.clear();
  }

  return {
    add(placed) {
      const range = rangeOf(placed);
      ranges.set(placed, range);
      added.add(range);
    },
    drop(placed) {
      const range = ranges.get(placed);
      if (!range) return;
      ranges.delete(placed);
      if (!added.delete(range)) dropped.add(range);
    },
    draw,
    drawNowAndThen() {
      if (performance.now() - drawnAt > MARKS_DRAW_MS) draw();
    },
    rest(now) {
      resting = now;
      added.clear();
      dropped.clear();
      highlight.clear();
      if (resting) return;
      for (const range of ranges.values()) added.add(range);
      draw();
    },
  };
}
