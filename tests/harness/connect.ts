import type { Page } from "@playwright/test";
import type { ExtensionBrowser } from "./browser.ts";

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
  if ("apiKey" in key) await typeApiKey(options, key.apiKey);
  else await typeServiceAccount(options, key.serviceAccount);
  await options.getByRole("combobox", { name: "Zone" }).selectOption(zone);
  await options.getByText("Users are looked up in").first().waitFor();
}

/** How long (ms) the page of a first start is waited for: it opens some 300 ms after the browser. */
const FIRST_RUN_MS = 1_000;

/**
 * The page that opens at installation, in front. Beside another one it would come to the front at any moment, and in a
 * page behind it every click takes seconds: Chromium draws no frames there.
 */
async function optionsPage({ context, address }: ExtensionBrowser): Promise<Page> {
  const isOptions = (page: Page) => page.url() === address("options.html");
  const opened =
    context.pages().find(isOptions) ??
    (await context
      .waitForEvent("page", { predicate: isOptions, timeout: FIRST_RUN_MS })
      .catch(() => undefined));
  const options = opened ?? (await context.newPage());
  if (!opened) await options.goto(address("options.html"));
  await options.bringToFront();
  return options;
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
