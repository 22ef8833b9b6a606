import { type MarksState, startMarks } from "./marks.ts";

/** The underlines of this document, if its site is one where mentions are underlined. */
interface Marks {
  /** The background asks how many there are. */
  state: MarksState;
  /** Mentions are underlined on other sites, or for other patterns, than before. */
  askAnew(): Promise<void>;
}

declare global {
  /** In the content scripts' own world, which the page cannot see. */
  var keycardLookupMarks: Marks | undefined;
}

const NONE: MarksState = () => ({ count: 0, lines: "all" });

/** Underlines the mentions of this document for as long as that is wanted on its site. */
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
    // Draws the style too: a page would see a style sheet that comes from here.
    const wanted = await background.send("beginMarks");
    const known = await settings();
    if (wanted !== true || mine.signal.aborted || !lifetime.alive()) return;
    state = startMarks(known, AbortSignal.any([mine.signal, lifetime.signal]));
  }

  globalThis.keycardLookupMarks = { state: () => state(), askAnew };
  // A site that is switched off and on again begins anew.
  lifetime.signal.addEventListener("abort", () => {
    globalThis.keycardLookupMarks = undefined;
  });
  void askAnew();
}
