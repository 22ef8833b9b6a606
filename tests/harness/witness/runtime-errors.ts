import type { Page } from "@playwright/test";
import type { WithDeveloperPrivate } from "../developer-private.ts";

/** Chromium's reply to a call of a worker that a test stops while the call runs; otherwise only idle workers are stopped. */
const STOPPED = "Uncaught (in promise) Error: No SW";

/**
 * What the browser has recorded as the extension's errors, in words: uncaught errors, content security policy
 * violations, errors written to a console. Unlike Playwright, it covers the toolbar popup too, and uncaught errors in
 * the worker. The browser then forgets them.
 *
 * @param page of the browser's own, at `chrome://extensions`
 */
export async function judgeRuntimeErrors(page: Page, extensionId: string): Promise<string[]> {
  const { errorCollection, runtimeErrors } = await page.evaluate(async (id) => {
    const { developerPrivate } = chrome as unknown as WithDeveloperPrivate;
    const info = await developerPrivate.getExtensionInfo(id);
    await developerPrivate.deleteExtensionErrors({ extensionId: id });
    return info;
  }, extensionId);
  if (!errorCollection.isActive) return ["the browser has not recorded the extension's errors"];
  return runtimeErrors
    .filter(({ message }) => message !== STOPPED)
    .map(
      ({ severity, source, message }) =>
        `the browser recorded an ${severity} in ${source}: ${message}`,
    );
}
