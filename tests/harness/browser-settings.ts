import type { Page } from "@playwright/test";
import type { ExtensionBrowser } from "./browser.ts";

interface DeveloperPrivate {
  removeHostPermission(extensionId: string, pattern: string): Promise<void>;
}

/** The browser's own page about its extensions, in a tab behind the others. */
export interface BrowserSettings {
  /** Takes a site away from the extension, as the button beside it does. */
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
          (
            chrome as unknown as { developerPrivate: DeveloperPrivate }
          ).developerPrivate.removeHostPermission(id, site),
        [extensionId, pattern] as const,
      );
    },
  };
}
