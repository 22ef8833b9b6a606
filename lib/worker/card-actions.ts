import type { CardAction, Cards } from "../cards/cards.ts";
import type { NativeBrowser, WorkerBrowser } from "./browser.ts";
import { tellPage } from "./tell-page.ts";

interface CardActionParts {
  browser: Pick<WorkerBrowser, "tabs" | "runtime" | "windows">;
  native: Pick<NativeBrowser, "sidePanel">;
}

/** Carries out what the card's buttons ask for. */
export async function onCardAction(
  { browser, native }: CardActionParts,
  cards: Pick<Cards, "pin" | "expand">,
  tabId: number,
  action: CardAction,
): Promise<void> {
  switch (action.type) {
    case "pointer": {
      const { time } = action;
      await tellPage(browser, tabId, { type: "card-pointer", time }, 0).catch(() => undefined);
      return;
    }
    case "close":
      await tellPage(browser, tabId, { type: "card-close" }, 0).catch(() => undefined);
      return;
    case "pin":
    case "unpin": {
      const pinned = action.type === "pin";
      await tellPage(browser, tabId, { type: "card-pin", pinned }, 0).catch(() => undefined);
      await cards.pin(tabId, pinned);
      return;
    }
    case "more":
    case "less": {
      const expanded = action.type === "more";
      await tellPage(browser, tabId, { type: "card-size", expanded }, 0).catch(() => undefined);
      await cards.expand(tabId, expanded);
      return;
    }
    case "open-options":
      return browser.runtime.openOptionsPage();
    case "open-side-panel":
      return openSidePanel({ browser, native }, tabId);
  }
}

/** Chromium's side panel opens on a click only, which the message from the card carries over. */
async function openSidePanel(
  { browser, native: { sidePanel } }: CardActionParts,
  tabId: number,
): Promise<void> {
  if (sidePanel) await sidePanel.open({ tabId }).catch(() => openInWindow(browser));
  else await openInWindow(browser);
}

async function openInWindow({
  runtime,
  windows,
}: Pick<WorkerBrowser, "runtime" | "windows">): Promise<void> {
  const url = runtime.getURL("/sidepanel.html");
  await windows.create({ url, type: "popup", width: 420, height: 720 });
}
