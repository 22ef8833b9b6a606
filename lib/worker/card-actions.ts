import { browser } from "wxt/browser";
import type { CardAction, Cards } from "../cards/cards.ts";
import { tellPage } from "./tell-page.ts";

/** Carries out what the card's buttons ask for. */
export async function onCardAction(cards: Cards, tabId: number, action: CardAction): Promise<void> {
  switch (action.type) {
    case "pointer": {
      const { time } = action;
      await tellPage(tabId, { type: "card-pointer", time }, 0).catch(() => undefined);
      return;
    }
    case "close":
      await tellPage(tabId, { type: "card-close" }, 0).catch(() => undefined);
      return;
    case "pin":
    case "unpin": {
      const pinned = action.type === "pin";
      await tellPage(tabId, { type: "card-pin", pinned }, 0).catch(() => undefined);
      await cards.pin(tabId, pinned);
      return;
    }
    case "more":
    case "less": {
      const expanded = action.type === "more";
      await tellPage(tabId, { type: "card-size", expanded }, 0).catch(() => undefined);
      await cards.expand(tabId, expanded);
      return;
    }
    case "open-options":
      return browser.runtime.openOptionsPage();
    case "open-side-panel":
      return openSidePanel(tabId);
  }
}

/** Chromium's side panel opens on a click only, which the message from the card carries over. */
async function openSidePanel(tabId: number): Promise<void> {
  const { sidePanel } = chrome;
  if (sidePanel) await sidePanel.open({ tabId }).catch(() => openInWindow());
  else await openInWindow();
}

async function openInWindow(): Promise<void> {
  const url = browser.runtime.getURL("/sidepanel.html");
  await browser.windows.create({ url, type: "popup", width: 420, height: 720 });
}
