import { type Place, rangeOf } from "../survey/places.ts";

/** Milliseconds between two times that lines are drawn while a document is still read. */
const MARKS_DRAW_MS = 500;

/** The lines below the mentions of one document. */
export interface Lines {
  add(place: Place): void;
  drop(place: Place): void;
  /** Shows what was added and dropped, together. */
  draw(): void;
  /** The same, if that was not done for a while: what is read in many slices is not drawn after each. */
  drawNowAndThen(): void;
  /** Takes them out of the page until they are shown again; they go on to be kept. */
  rest(resting: boolean): void;
}

/** @param highlight what the browser draws, and reads in whole for each frame after a change of the page */
export function createLines(highlight: Highlight): Lines {
  const ranges = new Map<Place, StaticRange>();
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
    add(place) {
      const range = rangeOf(place);
      ranges.set(place, range);
      added.add(range);
    },
    drop(place) {
      const range = ranges.get(place);
      if (!range) return;
      ranges.delete(place);
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
