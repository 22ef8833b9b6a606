import { type PlacedMention, rangeOf } from "../scan/placed-mentions.ts";

/** Milliseconds between two times that lines are drawn while a document is still read. */
const MARKS_DRAW_MS = 500;

/** The lines below the mentions of one document. */
export interface Lines {
  add(placed: PlacedMention): void;
  drop(placed: PlacedMention): void;
  /** Shows what was added and dropped, together. */
  draw(): void;
  /** The same, if that was not done for a while: what is read in many slices is not drawn after each. */
  drawNowAndThen(): void;
  /** Takes them out of the page until they are shown again; they go on to be kept. */
  rest(resting: boolean): void;
}

/** @param highlight what the browser draws, and reads in whole for each frame after a change of the page */
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
