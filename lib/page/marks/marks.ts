import { MARKS_MAX } from "../../limits.ts";
import type { PageSettings } from "../../messages/page-messages.ts";
import { addMailLinks } from "../survey/mail-links.ts";
import { createPlaces, type Place } from "../survey/places.ts";
import { inSlices } from "../survey/slices.ts";
import { survey } from "../survey/survey.ts";
import { type Changes, watchChanges } from "./changes.ts";

/** The name of the highlight; the page can read it (design, invariant 2). lib/worker/marks.ts has its style. */
const HIGHLIGHT = "keycard-lookup";

/** The underlines of one document: how many there are, and whether there would be more. */
export type MarksState = () => { count: number; capped: boolean };

/**
 * Underlines every mention of a document until the signal removes every trace: before any look-up, all alike (design,
 * invariant 2), without a change of the page.
 */
export function startMarks({ patterns }: PageSettings, signal: AbortSignal): MarksState {
  const highlight = new Highlight();
  const ranges = new WeakMap<Place, StaticRange>();
  let capped = false;
  let watching: AbortController | undefined;

  const places = createPlaces(
    (place) => {
      if (places.size > MARKS_MAX) {
        capped = true;
        return;
      }
      // A live range would be adjusted at every change of the page.
      const range = new StaticRange({
        startContainer: place.start,
        startOffset: place.startOffset,
        endContainer: place.end,
        endOffset: place.endOffset,
      });
      ranges.set(place, range);
      highlight.add(range);
    },
    (place) => {
      const range = ranges.get(place);
      if (range) highlight.delete(range);
    },
  );

  /** Reads what changed, until nothing is left to read. */
  function* read(changes: Changes, readIn: WeakMap<Text, number>): Generator<void> {
    for (let job = changes.next(); job; job = changes.next()) {
      const { root, batch } = job;
      if (changes.wasRemoved()) places.sweep();
      if (!root.isConnected || places.size > MARKS_MAX) continue;
      yield* survey(root, {
        patterns,
        places,
        isNew(node) {
          if ((readIn.get(node) ?? -1) >= batch) return false;
          readIn.set(node, changes.batch());
          return true;
        },
        onShadowRoot: changes.watch,
      });
      addMailLinks(root, places);
      yield;
    }
    if (changes.wasRemoved()) places.sweep();
  }

  function watch(): void {
    watching = new AbortController();
    const stopped = AbortSignal.any([signal, watching.signal]);
    const readIn = new WeakMap<Text, number>();
    let reading = false;
    const changes = watchChanges(() => void start());
    stopped.addEventListener("abort", changes.stop);

    async function start(): Promise<void> {
      if (reading) return;
      reading = true;
      await inSlices(read(changes, readIn), stopped);
      reading = false;
    }

    changes.watch(document);
    void start();
  }

  /** A hidden tab does nothing; what changed meanwhile is read when it is seen again. */
  function onVisibility(): void {
    watching?.abort();
    if (document.hidden || signal.aborted) return;
    places.sweep();
    watch();
  }

  CSS.highlights.set(HIGHLIGHT, highlight);
  document.addEventListener("visibilitychange", onVisibility, { signal });
  signal.addEventListener("abort", () => {
    CSS.highlights.delete(HIGHLIGHT);
    highlight.clear();
  });
  onVisibility();

  return () => ({ count: Math.min(places.size, MARKS_MAX), capped });
}
