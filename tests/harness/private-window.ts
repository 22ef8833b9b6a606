import type { Page } from "@playwright/test";
import type { ExtensionBrowser } from "./browser.ts";

/** Opens a private window. Playwright lists its page with the profile's pages (1.65). */
export async function openPrivately(
  { context, worker }: ExtensionBrowser,
  url: string,
): Promise<Page> {
  const opened = context.waitForEvent("page", (page) => page.url() !== "about:blank");
  const isPrivate = await (await worker()).evaluate(async (address) => {
    const window = await chrome.windows.create({ incognito: true, url: address });
    return window?.incognito;
  }, url);
  if (!isPrivate) throw new Error("The browser opened no private window.");
  const page = await opened;
  await page.waitForLoadState();
  await page.mouse.move(5, 5);
  return page;
}
