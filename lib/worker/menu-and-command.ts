import { browser } from "wxt/browser";
import { type InspectParts, inspectFocus, inspectFromMenu } from "../cards/inspect.ts";
import { rememberInspected } from "../cards/inspections.ts";
import { menuTarget } from "../cards/menu-target.ts";
import { CONTENT_SCRIPT } from "../sites/registration.ts";
import { openPopup } from "./open-popup.ts";
import { tellPage } from "./tell-page.ts";

const MENU_ITEM = "look-up";
const COMMAND = "look-up";

const parts: InspectParts = {
  tell: tellPage,
  inject: async (tabId) => {
    await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: [`/${CONTENT_SCRIPT}`],
    });
  },
  openPopup,
  remember: (query) => rememberInspected(browser.storage.session, query),
};

/** Registers the context menu's listener and the command's. */
export function listenToMenuAndCommand(): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== MENU_ITEM) return;
    const remember = tab?.incognito ? async () => {} : parts.remember;
    void inspectFromMenu({ ...parts, remember }, menuTarget(info), tab?.id, info.frameId);
  });
  browser.commands.onCommand.addListener(async (command) => {
    if (command !== COMMAND) return;
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    await inspectFocus(parts, tab?.id);
  });
}

/** Menu items outlive the worker: made at install or update, of the browser too, where the old one may stand yet. */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: MENU_ITEM,
    title: "Look up “%s” in Keycard",
    contexts: ["selection", "link", "editable"],
  });
}
