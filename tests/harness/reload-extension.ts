import { expect, type Page } from "@playwright/test";
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

/**
 * Reloads the extension as an update does, and waits for its new worker. The browser is asked for it, not the worker:
 * that one can be stopped meanwhile, and take the request with it.
 */
export async function reloadExtension(browser: ExtensionBrowser): Promise<void> {
  const { context, extensionId } = browser;
  const extensions = await allowReload(browser);
  const former = context.serviceWorkers();
  await extensions.evaluate(async (id) => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { reload(id: string, options: { failQuietly: boolean }): Promise<void> };
    };
    await developerPrivate.reload(id, { failQuietly: false });
  }, extensionId);
  await expect
    .poll(() => context.serviceWorkers().some((worker) => !former.includes(worker)), {
      message: "The extension comes back from its reload.",
    })
    .toBe(true);
  await extensions.close();
}
