import type { Page } from "@playwright/test";
import type { ExtensionBrowser } from "../tests/harness/browser.ts";
import { sendFromExtensionPage } from "../tests/harness/extension-page.ts";

/** Turns on marks for a page's site, and waits until the page has been scanned. */
export async function switchMarksOn(browser: ExtensionBrowser, page: Page): Promise<void> {
  const pattern = `${new URL(page.url()).protocol}//${new URL(page.url()).hostname}/*`;
  await sendFromExtensionPage(browser, { type: "switchMarks", pattern, on: true });
  await page.bringToFront();
  await page.waitForFunction(() => CSS.highlights.has("keycard-lookup"));
}
