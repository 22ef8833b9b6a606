import type { Query } from "../directory/answer.ts";
import type { Inspection } from "../messages/background-api.ts";
import type { PageReply, ToPage } from "../messages/page-messages.ts";

/** What showing somebody needs of the browser; lib/worker/menu-and-command.ts wires it. */
export interface InspectParts {
  /** Tells a frame's content script; frame undefined: all frames of the tab. Rejects where there is none. */
  tell: (tabId: number, message: ToPage, frameId?: number) => Promise<PageReply | undefined>;
  /** Puts the content script into a tab that the person's click gave access to. Rejects where that cannot be. */
  inject: (tabId: number) => Promise<void>;
  /** Opens popup or window, and has it show this. */
  openPopup: (inspection: Inspection | undefined) => Promise<void>;
  remember: (query: Query) => Promise<void>;
}

/** A click on the context menu's item. @param inspection whom it means, if the click itself tells */
export async function inspectFromMenu(
  parts: InspectParts,
  inspection: Inspection | undefined,
  tabId: number | undefined,
  frameId: number | undefined,
): Promise<void> {
  if (inspection?.kind === "query") await parts.remember(inspection.query);
  // Free text is no person: there is nothing that a card could show.
  if (tabId === undefined || inspection?.kind === "search") return parts.openPopup(inspection);
  const message: ToPage = {
    type: "look-up-menu",
    ...(inspection && { sought: inspection.query }),
  };
  if (!(await showInPage(parts, tabId, message, frameId ?? 0))) await parts.openPopup(inspection);
}

/** The keyboard command. */
export async function inspectFocus(parts: InspectParts, tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return parts.openPopup(undefined);
  if (!(await showInPage(parts, tabId, { type: "look-up-focus" }, undefined)))
    await parts.openPopup(undefined);
}

/** @returns whether the page showed a card */
async function showInPage(
  { tell, inject }: InspectParts,
  tabId: number,
  message: ToPage,
  frameId: number | undefined,
): Promise<boolean> {
  const reply = await tell(tabId, message, frameId)
    .catch(async () => {
      await inject(tabId);
      return tell(tabId, message, frameId);
    })
    .catch(() => undefined);
  return reply?.shown ?? false;
}
