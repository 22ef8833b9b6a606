import type { Page } from "@playwright/test";
import type { ExtensionBrowser } from "./browser.ts";
import type { WithDeveloperPrivate } from "./developer-private.ts";

/** The browser's own extensions page, in a background tab. */
export interface BrowserSettings {
  /** Removes the extension's access to a site, as the button next to it does. */
  removeSite(pattern: string): Promise<void>;
}

export async function openBrowserSettings({
  context,
  extensionId,
}: ExtensionBrowser): Promise<BrowserSettings> {
  const page: Page = await context.newPage();
  await page.goto("chrome://extensions");
  return {
    async removeSite(pattern) {
      await page.evaluate(
        ([id, site]) =>
          (chrome as unknown as WithDeveloperPrivate).developerPrivate.removeHostPermission(
            id,
            site,
          ),
        [extensionId, pattern] as const,
      );
    },
  };
}
