import type { InvokedBy, ToTopFrame } from "../contract/content-scripts.ts";
import type { Envelope } from "../contract/envelope.ts";
import type { InvocationReport } from "../contract/invocation-report.ts";
import type { Inspection } from "../contract/replies.ts";
import type { Query } from "../query.ts";

type FrameInvoked = Envelope<"frameInvoked", ToTopFrame["frameInvoked"]>;

/** What a frame of a tab answered; 0 is the top frame. */
export interface FrameReport {
  frameId: number;
  report: InvocationReport;
}

type InFrame = Extract<InvocationReport, { type: "in-frame" }>;

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
    by: InvokedBy,
    query: Query | undefined,
    frameId: number | undefined,
    word?: string,
  ) => Promise<FrameReport[]>;
  /** Tells the top frame's content script. Rejects where there is none. */
  tell: (tabId: number, message: FrameInvoked) => Promise<void>;
  /** Whether Esc was pressed in a frame since it has asked for a card. */
  isWithdrawn: (tabId: number, frameId: number) => Promise<boolean>;
  /** Tells the frames inside a page that the card they have asked for does not come: keys there are theirs again. */
  release: (tabId: number) => Promise<void>;
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
  const outcome = await showInPage(parts, tabId, "menu", query, frameId ?? 0, word);
  if (outcome.is === "nowhere") await parts.openPopup(outcome.meant ?? inspection);
}

/** The keyboard command: whoever is there, else a search for what is selected. */
export async function inspectFocus(parts: InspectParts, tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return parts.openPopup(undefined);
  const outcome = await showInPage(parts, tabId, "keyboard", undefined, undefined);
  if (outcome.is === "nowhere") await parts.openPopup(outcome.meant);
}

/** What has come of asking a page. */
type Outcome =
  | { is: "shown" }
  /** Esc was pressed before the card was there. */
  | { is: "withdrawn" }
  /** No card: the popup is to show whom the page means, as far as it says. */
  | { is: "nowhere"; meant?: Inspection | undefined };

async function showInPage(
  parts: InspectParts,
  tabId: number,
  by: InvokedBy,
  query: Query | undefined,
  frameId: number | undefined,
  word?: string,
): Promise<Outcome> {
  const reports = await parts.ask(tabId, by, query, frameId, word).catch(() => []);
  for (const { frameId, report } of reports)
    if (report.type === "in-frame")
      return showFromFrame(parts, tabId, by, reports, frameId, report);
  if (reports.some(({ report }) => report.type === "shown")) return { is: "shown" };
  return { is: "nowhere", meant: reports.flatMap(({ report }) => meantBy(report))[0] };
}

function meantBy(report: InvocationReport): Inspection[] {
  if (report.type === "selected") return [{ kind: "search", text: report.text }];
  return report.type === "cardless" && report.meant ? [report.meant] : [];
}

/** Has the top frame show whom a frame inside the page mentions. */
async function showFromFrame(
  { tell, zoom, isWithdrawn, release }: InspectParts,
  tabId: number,
  by: InvokedBy,
  reports: readonly FrameReport[],
  frameId: number,
  mention: InFrame,
): Promise<Outcome> {
  let outcome: Outcome = { is: "nowhere", meant: { kind: "query", query: mention.query } };
  if (!reports.some(({ report }) => report.type === "cardless")) {
    const message = messageToTop(reports, mention, by, await zoom(tabId).catch(() => 1));
    // Last of all: an Esc after this is told to the top frame after the message.
    if (by === "keyboard" && (await isWithdrawn(tabId, frameId).catch(() => false)))
      outcome = { is: "withdrawn" };
    else if (await heard(tell(tabId, message))) return { is: "shown" };
  }
  await release(tabId);
  return outcome;
}

/**
 * What the top frame must be told when the mention is in a frame inside the page: a box is moved by where the frames
 * around it begin. The top frame adds its own frame's place.
 */
function messageToTop(
  reports: readonly FrameReport[],
  { query, source, anchor }: InFrame,
  by: InvokedBy,
  zoom: number,
): FrameInvoked {
  let { left, top } = anchor;
  for (const { frameId, report } of reports) {
    if (report.type !== "around" || frameId === 0) continue;
    left += report.left;
    top += report.top;
  }
  return { type: "frameInvoked", by, query, source, anchor: { ...anchor, left, top }, zoom };
}

/** Whether somebody was there to hear. */
function heard(telling: Promise<void>): Promise<boolean> {
  return telling.then(
    () => true,
    () => false,
  );
}
