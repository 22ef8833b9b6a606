import type { CardAction } from "../cards/card-parts.ts";
import type { Cards } from "../cards/cards.ts";
import type { ToTopFrame } from "../contract/content-scripts.ts";
import type { Envelopes } from "../contract/envelope.ts";
import type { NativeBrowser, WorkerBrowser } from "./browser.ts";
import { openPopup } from "./open-popup.ts";
import { openSidePanel } from "./side-panel.ts";
import { tellSubFrames, tellTopFrame } from "./tell-page.ts";

interface CardActionParts {
  browser: Pick<WorkerBrowser, "tabs" | "runtime" | "windows" | "action" | "storage">;
  native: Pick<NativeBrowser, "sidePanel" | "sidebarAction">;
}

/** Handles the card's buttons. */
export async function onCardAction(
  { browser, native }: CardActionParts,
  cards: Pick<Cards, "stand">,
  tabId: number,
  action: CardAction,
): Promise<void> {
  // The page may have gone meanwhile.
  const tell = (message: Envelopes<ToTopFrame>) =>
    tellTopFrame(browser, tabId, message).catch(() => undefined);
  switch (action.type) {
    case "pointer":
      return tell({ type: "pointerInCard", time: action.time });
    case "close":
      return tell({ type: "closeCard" });
    case "pin": {
      const { pinned } = action;
      await tell({ type: "pinCard", pinned });
      await tellSubFrames(browser, tabId, { type: "cardOpened", pinned });
      return cards.stand(tabId, { pinned });
    }
    case "expand":
      await tell({ type: "resizeCard", expanded: action.expanded });
      return cards.stand(tabId, { expanded: action.expanded });
    case "search":
      return openPopup(browser, { kind: "search", text: action.text });
    case "openOptions":
      return browser.runtime.openOptionsPage();
    case "unlock":
      return openPopup(browser, undefined);
    case "openSidePanel":
      // The card's message carries over the user activation of its click.
      return openSidePanel({ browser, native }, tabId);
  }
}
