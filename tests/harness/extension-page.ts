import type { Page } from "@playwright/test";
import type { ExtensionBrowser } from "./browser.ts";

/** Sends the background a message as the options page does, and gives its answer. */
export async function sendFromOptions<T>(
  browser: ExtensionBrowser,
  message: Record<string, unknown>,
): Promise<T> {
  const page = await optionsPage(browser);
  return page.evaluate((said) => chrome.runtime.sendMessage(said) as Promise<T>, message);
}

/** The options page in a tab of its own, kept for the next time. */
async function optionsPage({ context, address }: ExtensionBrowser): Promise<Page> {
  const open = context.pages().find((page) => page.url() === address("options.html"));
  if (open) return open;
  const page = await context.newPage();
  await page.goto(address("options.html"));
  return page;
}
