import { hearBackground } from "../background.ts";
import { type MarksState, startMarks } from "./marks.ts";

declare global {
  /** In the content scripts' own world, which the page cannot see; the background asks how many there are. */
  var keycardLookupMarks: { state: MarksState } | undefined;
}

const NONE: MarksState = () => ({ count: 0, lines: "all" });

/** Underlines the mentions of this document for as long as that is wanted on its site. */
export function beginMarks(): void {
  const page = globalThis.keycardLookup;
  if (!page?.lifetime.alive() || globalThis.keycardLookupMarks) return;
  const { background, lifetime, settings } = page;
  let state = NONE;
  let drawing: AbortController | undefined;

  async function refresh(): Promise<void> {
    drawing?.abort();
    const mine = new AbortController();
    drawing = mine;
    state = NONE;
    // Draws the style too: a page would see a style sheet that comes from here.
    const wanted = await background.send({ type: "marks/begin" });
    const known = await settings();
    if (wanted !== true || mine.signal.aborted || !lifetime.alive()) return;
    state = startMarks(known, AbortSignal.any([mine.signal, lifetime.signal]));
  }

  globalThis.keycardLookupMarks = { state: () => state() };
  hearBackground((message) => {
    if (message.type === "marks") void refresh();
  }, lifetime.signal);
  void refresh();
}
