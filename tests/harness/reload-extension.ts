import type { Page } from "@playwright/test";
import type { ExtensionBrowser } from "./browser.ts";

/**
 * Unpacked extensions survive a reload only in developer mode.
 *
 * @returns the browser's extensions page, which can also turn them off and on
 */
export async function allowReload({ context }: ExtensionBrowser): Promise<Page> {
  const page = await context.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate(async () => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { updateProfileConfiguration(change: object): Promise<void> };
    };
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  });
  return page;
}

/** Reloads the extension as an update does, and waits for its new worker. */
export async function reloadExtension(browser: ExtensionBrowser): Promise<void> {
  const { context } = browser;
  const old = await browser.worker();
  await old.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  for (let tries = 0; tries < 100; tries++) {
    const [worker] = context.serviceWorkers();
    if (worker && worker !== old) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The extension did not come back from its reload.");
}
