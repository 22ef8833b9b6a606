import type { LinesState } from "../../contract/page-mentions.ts";
import type { PageSettings } from "../../contract/page-settings.ts";
import { MARKS_MAX } from "../../limits.ts";
import { addCarried } from "../scan/carried.ts";
import { addMailLinks } from "../scan/mail-links.ts";
import { createNames } from "../scan/names.ts";
import { createPlacedMentions, type PlacedMentions } from "../scan/placed-mentions.ts";
import { scan } from "../scan/scan.ts";
import { inSlices } from "../scan/slices.ts";
import { watchCalm } from "./calm.ts";
import { type Changes, watchChanges } from "./changes.ts";
import { createLines } from "./lines.ts";

/** The name of the highlight, which the page can read (design, invariant 2). lib/worker/marks.ts has its style. */
const HIGHLIGHT = "keycard-lookup";

/** The underlines of one document: how many mentions have one, and whether all are drawn. */
export type MarksState = () => { count: number; lines: LinesState };

/**
 * Underlines every mention of a document, before any lookup and all alike (design, invariant 2), without changing the
 * page. When the signal is aborted, nothing is left.
 */
export function startMarks({ patterns }: PageSettings, signal: AbortSignal): MarksState {
  const highlight = new Highlight();
  const lines = createLines(highlight);
  const pace = watchCalm(() => lines.rest(!pace.calm), signal);
  let capped = false;
  let watching: AbortController | undefined;
  let changes: Changes | undefined;

  const names = createNames(() => places);
  const places: PlacedMentions = createPlacedMentions(
    (placed) => {
      names.found(placed);
      if (places.size > MARKS_MAX) {
        capped = true;
        return;
      }
      lines.add(placed);
      changes?.watchText(placed.start);
      if (placed.end !== placed.start) changes?.watchText(placed.end);
    },
    (placed) => {
      names.gone(placed);
      lines.drop(placed);
    },
  );

  /** Reads what has changed, until nothing is left to read. */
  function* read(news: Changes, readIn: WeakMap<Text, number>): Generator<void> {
    for (let job = news.next(); job; job = news.next()) {
      const { root, batch } = job;
      if (news.wasRemoved()) places.sweep();
      if (!root.isConnected) continue;
      const found = scan(root, {
        patterns,
        places,
        isNew(node) {
          if ((readIn.get(node) ?? -1) >= batch) return false;
          readIn.set(node, news.batch());
          return true;
        },
        onShadowRoot: news.watch,
      });
      yield* whileRoom(found);
      yield* whileRoom(addMailLinks(root, places));
      yield* whileRoom(addCarried(root, patterns, places));
      yield* whileRoom(names.read());
      yield;
    }
    if (news.wasRemoved()) places.sweep();
    yield* whileRoom(names.read());
  }

  /** A mention beyond the limit gets no underline, so it needn't be found. */
  function* whileRoom(work: Generator<void>): Generator<void> {
    while (places.size <= MARKS_MAX && !work.next().done) {
      lines.drawNowAndThen();
      yield;
    }
  }

  function watch(): void {
    capped = false;
    watching = new AbortController();
    const stopped = AbortSignal.any([signal, watching.signal]);
    const readIn = new WeakMap<Text, number>();
    let reading = false;
    const news = watchChanges(() => {
      pace.changed();
      void start();
    });
    changes = news;
    stopped.addEventListener("abort", news.stop);

    async function start(): Promise<void> {
      // `document.open` removes listeners. If it is still there, this does nothing.
      document.addEventListener("visibilitychange", watchAnew, { signal });
      if (reading) return;
      reading = true;
      try {
        await inSlices(read(news, readIn), stopped);
      } finally {
        // A tree that can't be read must not prevent later changes from being read.
        reading = false;
      }
      lines.draw();
      // Many underlined mentions are gone: those that were skipped can have an underline now.
      if (capped && places.size <= MARKS_MAX / 2) watchAnew();
    }

    news.watch(document);
    void start();
  }

  /** A hidden tab does nothing. What changed meanwhile is read when it becomes visible. */
  function watchAnew(): void {
    watching?.abort();
    if (document.hidden || signal.aborted) return;
    places.sweep();
    watch();
  }

  CSS.highlights.set(HIGHLIGHT, highlight);
  document.addEventListener("visibilitychange", watchAnew, { signal });
  // Not on paper: a rule for the screen alone doesn't affect a highlight there (Chromium 156).
  addEventListener("beforeprint", () => lines.rest(true), { signal });
  addEventListener("afterprint", () => lines.rest(!pace.calm), { signal });
  signal.addEventListener("abort", () => {
    CSS.highlights.delete(HIGHLIGHT);
    highlight.clear();
  });
  watchAnew();

  return () => ({
    count: Math.min(places.size, MARKS_MAX),
    lines: pace.calm ? (capped ? "capped" : "all") : "resting",
  });
}
