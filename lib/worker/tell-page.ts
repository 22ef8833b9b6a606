import type { ToPage } from "../messages/page-messages.ts";
import type { WorkerBrowser } from "./browser.ts";

/**
 * Tells the content script in one frame of a tab, or with `frameId` undefined in all of them.
 *
 * @throws when nobody is there to hear
 */
export async function tellPage(
  { tabs }: Pick<WorkerBrowser, "tabs">,
  tabId: number,
  message: ToPage,
  frameId?: number,
): Promise<void> {
  await tabs.sendMessage(tabId, message, frameId === undefined ? {} : { frameId });
}

/** Tells every content script there is. */
export async function tellAllPages(
  browser: Pick<WorkerBrowser, "tabs">,
  message: ToPage,
): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(({ id = browser.tabs.TAB_ID_NONE }) => tellPage(browser, id, message)),
  );
}
