import type { Page } from "@playwright/test";

/**
 * What the browser has recorded as the extension's errors, in words: what nobody caught, what the content security
 * policy refused, what was written to a console as an error. Unlike Playwright it hears the toolbar popup too, and what
 * nobody caught in the worker.
 *
 * @param page of the browser's own, at `chrome://extensions`
 */
export async function judgeRuntimeErrors(page: Page, extensionId: string): Promise<string[]> {
  const { errorCollection, runtimeErrors } = await page.evaluate(
    (id) => (chrome as unknown as WithDeveloperPrivate).developerPrivate.getExtensionInfo(id),
    extensionId,
  );
  if (!errorCollection.isActive) return ["the browser has not recorded the extension's errors"];
  return runtimeErrors.map(
    ({ severity, source, message }) =>
      `the browser recorded an ${severity} in ${source}: ${message}`,
  );
}

/** What is used of the API of Chromium's page of extensions. */
interface WithDeveloperPrivate {
  developerPrivate: {
    getExtensionInfo(id: string): Promise<{
      errorCollection: { isActive: boolean };
      runtimeErrors: { severity: string; source: string; message: string }[];
    }>;
  };
}
