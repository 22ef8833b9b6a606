import { browser } from "wxt/browser";
import type { ToPage } from "../messages/page-messages.ts";

/**
 * Tells the content script in one frame of a tab, or with `frameId` undefined in all of them.
 *
 * @throws when nobody is there to hear
 */
export async function tellPage(tabId: number, message: ToPage, frameId?: number): Promise<void> {
  await browser.tabs.sendMessage(tabId, message, frameId === undefined ? {} : { frameId });
}

/** Tells every content script there is. */
export async function tellAllPages(message: ToPage): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.map(({ id = browser.tabs.TAB_ID_NONE }) => tellPage(id, message)));
}
