import type { Page } from "@playwright/test";
import type { ExtensionBrowser } from "./browser.ts";
import { optionsPage } from "./extension-page.ts";

type Key = { apiKey: string } | { serviceAccount: { clientId: string; clientSecret: string } };

/**
 * Connects as a person does: in options, with a key, choosing a zone. The page stays, for `sendFromOptions`: one that
 * is opened later would push the page of the test aside, where Chromium draws no frames.
 */
export async function connect(
  browser: ExtensionBrowser,
  { zone, ...key }: Key & { zone: string },
): Promise<void> {
  const options = await optionsPage(browser);
  await options.bringToFront();
  if ("apiKey" in key) await typeApiKey(options, key.apiKey);
  else await typeServiceAccount(options, key.serviceAccount);
  await options.getByRole("combobox", { name: "Zone" }).selectOption(zone);
  await options.getByText("Users are looked up in").first().waitFor();
  await endFirstRun(options);
}

/** Leaves the first run behind, where it is not yet; all options stand then. */
export async function endFirstRun(options: Page): Promise<void> {
  const skip = options.getByRole("button", { name: "Skip the set-up" });
  await options.getByRole("heading", { name: "Connect to Keycard" }).waitFor();
  if (!(await skip.isVisible())) return;
  await skip.click();
  await skip.waitFor({ state: "detached" });
}

/** Fills in the connection form with an API key, and sends it. */
export async function typeApiKey(options: Page, apiKey: string): Promise<void> {
  await options.getByRole("radio", { name: "API key" }).check();
  await options.getByRole("textbox", { name: "API key" }).fill(apiKey);
  await options.getByRole("button", { name: "Connect" }).click();
}

/** Fills in the connection form with a service account, and sends it. */
async function typeServiceAccount(
  options: Page,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): Promise<void> {
  await options.getByRole("radio", { name: "Service account" }).check();
  await options.getByRole("textbox", { name: "Client ID" }).fill(clientId);
  await options.getByRole("textbox", { name: "Client secret" }).fill(clientSecret);
  await options.getByRole("button", { name: "Connect" }).click();
}
