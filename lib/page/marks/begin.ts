import { type MarksState, startMarks } from "./marks.ts";

/** The underlines of this document, if mentions are underlined on its site. */
interface Marks {
  /** Read by the background. */
  state: MarksState;
  /** The sites or the patterns to underline have changed. */
  askAnew(): Promise<void>;
}

declare global {
  /** In the content scripts' isolated world, which the page can't see. */
  var keycardLookupMarks: Marks | undefined;
}

const NONE: MarksState = () => ({ count: 0, lines: "all" });

/** Underlines the mentions of this document as long as its site wants them. */
export function beginMarks(): void {
  const page = globalThis.keycardLookup;
  if (!page?.lifetime.alive() || globalThis.keycardLookupMarks) return;
  const { background, lifetime, settings } = page;
  let state = NONE;
  let drawing: AbortController | undefined;

  async function askAnew(): Promise<void> {
    drawing?.abort();
    const mine = new AbortController();
    drawing = mine;
    state = NONE;
    // Inserts the style too, in the background: a page would see a style sheet that is added here.
    const wanted = await background.send("beginMarks");
    const known = await settings();
    if (wanted !== true || mine.signal.aborted || !lifetime.alive()) return;
    state = startMarks(known, AbortSignal.any([mine.signal, lifetime.signal]));
  }

  globalThis.keycardLookupMarks = { state: () => state(), askAnew };
  // A site that is turned off and on again starts again.
  lifetime.signal.addEventListener("abort", () => {
    globalThis.keycardLookupMarks = undefined;
  });
  void askAnew();
}
