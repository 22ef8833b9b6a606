import type { Page } from "@playwright/test";
import type { ExtensionBrowser } from "./browser.ts";

/**
 * A click on the context menu's item. A headless browser opens no menu, so the browser's own event is raised in the
 * worker, with what the browser reports for such a click.
 *
 * @param info members of `contextMenus.OnClickData`
 */
export async function clickMenuItem(
  { worker }: ExtensionBrowser,
  page: Page,
  info: object,
): Promise<void> {
  await page.bringToFront();
  await (await worker()).evaluate(async (click) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const event = chrome.contextMenus.onClicked as unknown as {
      dispatch(...args: unknown[]): void;
    };
    event.dispatch({ menuItemId: "look-up", editable: false, ...click }, tab);
  }, info);
}
