import type { AskedReport } from "../contract/asked-report.ts";
import type { AskedBy, ToTopFrame } from "../contract/content-scripts.ts";
import type { Envelope } from "../contract/envelope.ts";
import type { Inspection } from "../contract/replies.ts";
import type { Query } from "../query.ts";

type FrameAsked = Envelope<"frameAsked", ToTopFrame["frameAsked"]>;

/** What a frame of a tab answered; 0 is the top frame. */
export interface FrameReport {
  frameId: number;
  report: AskedReport;
}

/** What showing somebody needs of the browser; lib/worker/menu-and-command.ts wires it. */
export interface InspectParts {
  /**
   * Asks the content script, which it puts in where it is not, in one frame of a tab, or all. Rejects where no script
   * may run.
   *
   * @param query whom the menu's click means, if it tells
   * @param word else words that are selected, which may be somebody's name or a part of it
   */
  ask: (
    tabId: number,
    by: AskedBy,
    query: Query | undefined,
    frameId: number | undefined,
    word?: string,
  ) => Promise<FrameReport[]>;
  /** Tells the top frame's content script. Rejects where there is none. */
  tell: (tabId: number, message: FrameAsked) => Promise<void>;
  /** Screen px for a CSS px. */
  zoom: (tabId: number) => Promise<number>;
  /** Opens popup or window, and has it show this. */
  openPopup: (inspection: Inspection | undefined) => Promise<void>;
  remember: (query: Query) => Promise<void>;
}

/** Words of a selection that may be somebody's name. */
const NAME_WORDS_MAX = 5;

/** A click on the context menu's item. @param inspection whom it means, if the click itself tells */
export async function inspectFromMenu(
  parts: InspectParts,
  inspection: Inspection | undefined,
  tabId: number | undefined,
  frameId: number | undefined,
): Promise<void> {
  if (inspection?.kind === "query") await parts.remember(inspection.query);
  const word = inspection?.kind === "search" ? inspection.text : undefined;
  // More words are nobody's name: there is nothing that a card could show.
  const isLong = word !== undefined && word.split(/\s+/).length > NAME_WORDS_MAX;
  if (tabId === undefined || isLong) return parts.openPopup(inspection);
  const query = inspection?.kind === "query" ? inspection.query : undefined;
  const { shown } = await showInPage(parts, tabId, "menu", query, frameId ?? 0, word);
  if (!shown) await parts.openPopup(inspection);
}

/** The keyboard command: whoever is there, else a search for what is selected. */
export async function inspectFocus(parts: InspectParts, tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return parts.openPopup(undefined);
  const { shown, text } = await showInPage(parts, tabId, "keyboard", undefined, undefined);
  if (!shown) await parts.openPopup(text === undefined ? undefined : { kind: "search", text });
}

/** @returns whether the page showed a card; else what is selected there, as far as it says */
async function showInPage(
  { ask, tell, zoom }: InspectParts,
  tabId: number,
  by: AskedBy,
  query: Query | undefined,
  frameId: number | undefined,
  word?: string,
): Promise<{ shown: boolean; text?: string | undefined }> {
  const reports = await ask(tabId, by, query, frameId, word).catch(() => []);
  if (reports.some(({ report }) => report.type === "cardless")) return { shown: false };
  const message = messageToTop(reports, by, await zoom(tabId).catch(() => 1));
  if (message)
    return tell(tabId, message).then(
      () => ({ shown: true }),
      () => ({ shown: false }),
    );
  const shown = reports.some(({ report }) => report.type === "shown");
  return { shown, text: reports.flatMap(({ report }) => selectedIn(report))[0] };
}

function selectedIn(report: AskedReport): string[] {
  return report.type === "selected" ? [report.text] : [];
}

/**
 * What the top frame must be told when the mention is in a frame inside the page: a box is moved by where the frames
 * around it begin. The top frame adds its own frame's place.
 */
function messageToTop(
  reports: readonly FrameReport[],
  by: AskedBy,
  zoom: number,
): FrameAsked | undefined {
  let left = 0;
  let top = 0;
  let message: FrameAsked | undefined;
  for (const { frameId, report } of reports) {
    if (report.type === "around" && frameId !== 0) {
      left += report.left;
      top += report.top;
    } else if (report.type === "in-frame") {
      const { query, source, anchor } = report;
      message = { type: "frameAsked", by, query, source, anchor, zoom };
    }
  }
  if (!message) return undefined;
  const { anchor } = message;
  return { ...message, anchor: { ...anchor, left: anchor.left + left, top: anchor.top + top } };
}
