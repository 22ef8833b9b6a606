import type { Page } from "@playwright/test";
import type { ExtensionBrowser } from "./browser.ts";
import type { WithDeveloperPrivate } from "./developer-private.ts";

/**
 * Unpacked extensions survive a reload only in developer mode.
 *
 * @returns the browser's extensions page, which can also turn them off and on
 */
export async function allowReload({ context }: ExtensionBrowser): Promise<Page> {
  const page = await context.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate(async () => {
    const { developerPrivate } = chrome as unknown as WithDeveloperPrivate;
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  });
  return page;
}

/** Longest time (ms) that a reloaded extension takes to come back. */
const BACK_MS = 10_000;

/**
 * Reloads the extension as an update does, and waits for its new worker. The browser is asked for it, not the worker:
 * that one can be stopped meanwhile, and take the request with it.
 */
export async function reloadExtension(browser: ExtensionBrowser): Promise<void> {
  const { context, extensionId } = browser;
  const extensions = await allowReload(browser);
  const worker = context.waitForEvent("serviceworker", { timeout: BACK_MS });
  const reloaded = extensions.evaluate((id) => {
    const { developerPrivate } = chrome as unknown as WithDeveloperPrivate;
    return developerPrivate.reload(id, { failQuietly: false });
  }, extensionId);
  await Promise.all([worker, reloaded]);
  await extensions.close();
}
