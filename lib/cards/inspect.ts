import type { InvokedBy, ToTopFrame } from "../contract/content-scripts.ts";
import type { Envelope } from "../contract/envelope.ts";
import type { InvocationReport } from "../contract/invocation-report.ts";
import type { Inspection } from "../contract/replies.ts";
import type { Query } from "../query.ts";

type FrameInvoked = Envelope<"frameInvoked", ToTopFrame["frameInvoked"]>;

/** The result of one frame of a tab; 0 is the top frame. */
export interface FrameReport {
  frameId: number;
  report: InvocationReport;
}

type InFrame = Extract<InvocationReport, { type: "in-frame" }>;

/** What is needed of the browser to show someone. lib/worker/menu-and-command.ts provides it. */
export interface InspectParts {
  /**
   * Asks the content script in one frame of a tab, or in all of them, and injects it where it isn't running. Rejects if
   * no script can run.
   *
   * @param query the person that the menu click refers to, if it says so
   * @param word otherwise, the selected words, which may be someone's name or part of it
   */
  ask: (
    tabId: number,
    by: InvokedBy,
    query: Query | undefined,
    frameId: number | undefined,
    word?: string,
  ) => Promise<FrameReport[]>;
  /** Sends a message to the top frame's content script. Rejects if there is none. */
  tell: (tabId: number, message: FrameInvoked) => Promise<void>;
  /** Whether Esc was pressed in a frame since the command was pressed there. */
  isWithdrawn: (tabId: number, frameId: number) => Promise<boolean>;
  /** Tells the sub-frames that the card they have requested won't come: they get their keys back. */
  release: (tabId: number) => Promise<void>;
  /** Screen px per CSS px. */
  zoom: (tabId: number) => Promise<number>;
  /** Opens the popup or a window that shows this. */
  openPopup: (inspection: Inspection | undefined) => Promise<void>;
  remember: (query: Query) => Promise<void>;
}

/** Maximum number of words in a selection that may be someone's name. */
const NAME_WORDS_MAX = 5;

/** Handles a click on the context menu item. @param inspection who the click refers to, if it says so */
export async function inspectFromMenu(
  parts: InspectParts,
  inspection: Inspection | undefined,
  tabId: number | undefined,
  frameId: number | undefined,
): Promise<void> {
  if (inspection?.kind === "query") await parts.remember(inspection.query);
  const word = inspection?.kind === "search" ? inspection.text : undefined;
  // More words can't be someone's name, so there is nothing for a card to show.
  const isLong = word !== undefined && word.split(/\s+/).length > NAME_WORDS_MAX;
  if (tabId === undefined || isLong) return parts.openPopup(inspection);
  const query = inspection?.kind === "query" ? inspection.query : undefined;
  const outcome = await showInPage(parts, tabId, "menu", query, frameId ?? 0, word);
  if (outcome.is === "nowhere") await parts.openPopup(outcome.meant ?? inspection);
}

/** Handles the keyboard command: shows the person there, or else searches for the selected text. */
export async function inspectFocus(parts: InspectParts, tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return parts.openPopup(undefined);
  const outcome = await showInPage(parts, tabId, "keyboard", undefined, undefined);
  if (outcome.is === "nowhere") await parts.openPopup(outcome.meant);
}

/** The result of asking a page. */
type Outcome =
  | { is: "shown" }
  /** Esc was pressed before the card was visible. */
  | { is: "withdrawn" }
  /** No card: the popup should show who the page refers to, if known. */
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

/** Makes the top frame show someone who is mentioned in a sub-frame. */
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
    // Checked last: the top frame is told about a later Esc after this message.
    if (by === "keyboard" && (await isWithdrawn(tabId, frameId).catch(() => false)))
      outcome = { is: "withdrawn" };
    else if (await heard(tell(tabId, message))) return { is: "shown" };
  }
  await release(tabId);
  return outcome;
}

/**
 * The message to the top frame about a mention in a sub-frame: the box is offset by the origins of the frames around
 * it. The top frame adds the position of its own frame.
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

/** Whether the message was received. */
function heard(telling: Promise<void>): Promise<boolean> {
  return telling.then(
    () => true,
    () => false,
  );
}
