import type { Locator, Page } from "@playwright/test";
import type { ChooseZoneReply, ConnectReply } from "../../lib/connection/replies.ts";
import type { ChangeReply } from "../../lib/contract/replies.ts";
import { OFFERED } from "../../lib/credentials/offer.ts";
import type { FirstRun } from "../../lib/settings/fields.ts";
import type { ExtensionBrowser } from "./browser.ts";
import { barePage, optionsPage, sendFromExtensionPage } from "./extension-page.ts";

type Key = { apiKey: string } | { serviceAccount: { clientId: string; clientSecret: string } };

/**
 * Connects without the form, for tests that aren't about it: drawing and filling it in costs more than most of them do.
 * The extension's page becomes a bare one.
 *
 * @throws Error if the key is refused, or the zone
 */
export async function connect(
  browser: ExtensionBrowser,
  { zone, ...key }: Key & { zone: string },
): Promise<void> {
  const credential =
    "apiKey" in key
      ? { kind: "api-key", key: key.apiKey }
      : { kind: "service-account", ...key.serviceAccount };
  const page = await barePage(browser);
  await page.evaluate((offered) => chrome.storage.session.set(offered), {
    [OFFERED]: { credential, keeping: { way: "device" } },
  });
  const firstRun: FirstRun = { agreed: true, done: true, skipped: [] };
  const replies = [
    await sendFromExtensionPage<ConnectReply>(browser, { type: "connect" }),
    await sendFromExtensionPage<ChooseZoneReply>(browser, { type: "chooseZone", zoneId: zone }),
    await sendFromExtensionPage<ChangeReply>(browser, { type: "changeSettings", firstRun }),
  ] as const;
  const [connected, chosen, changed] = replies;
  if (connected.state !== "connected" || chosen.state !== "chosen" || !changed.ok)
    throw new Error(`Not connected: ${JSON.stringify(replies)}`);
}

/**
 * Connects as a user does: in options, with a key, choosing a zone. The page stays open, for
 * `sendFromExtensionPage`: one that is opened later would push the test's page into the background, where Chromium
 * draws no frames.
 */
export async function connectByForm(
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

/**
 * Agrees to the use of data if asked, and expands the form if there is a key already; afterwards the form for a key is
 * visible.
 */
export async function showKeyForm(options: Page): Promise<void> {
  const yes = options.getByRole("button", { name: "Agree and continue" });
  const another = options.locator(".another-key:not([open]) > summary");
  const form = options.getByRole("radio", { name: "API key" });
  await yes.or(another).or(form).first().waitFor();
  if (await yes.isVisible()) await yes.click();
  if (await another.isVisible()) await another.click();
}

/** Removes the key, as the options page does. */
export async function removeKey(options: Page): Promise<void> {
  await options.getByRole("button", { name: "Remove key" }).click();
  await options.locator(".confirm").getByRole("button", { name: "Remove key" }).click();
}

/** Types a new passphrase twice. */
export async function typeNewPassphrase(form: Page | Locator, passphrase: string): Promise<void> {
  for (const name of ["Passphrase", "Enter it again"])
    await form.getByRole("textbox", { name }).fill(passphrase);
}

const WAY_ON = /^(?:Not now|Skip setup|Finish|Finish without a site|All settings)$/;

/** Leaves the first run unless that has happened; afterwards all options are visible. */
export async function endFirstRun(options: Page): Promise<void> {
  const wayOn = options.getByRole("button", { name: WAY_ON }).first();
  const ended = options.getByRole("heading", { name: "Export and import" });
  await wayOn.or(ended).first().waitFor();
  while (!(await ended.isVisible())) {
    const name = await wayOn.innerText();
    await wayOn.click();
    await options.getByRole("button", { name, exact: true }).waitFor({ state: "detached" });
    await wayOn.or(ended).first().waitFor();
  }
}

/** Fills in the connection form with an API key, and submits it. */
export async function typeApiKey(options: Page, apiKey: string): Promise<void> {
  await showKeyForm(options);
  await options.getByRole("radio", { name: "API key" }).check();
  await options.getByRole("textbox", { name: "API key" }).fill(apiKey);
  await options.getByRole("button", { name: "Connect" }).click();
}

/** Fills in the connection form with a service account, and submits it. */
async function typeServiceAccount(
  options: Page,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): Promise<void> {
  await showKeyForm(options);
  await options.getByRole("radio", { name: "Service account" }).check();
  await options.getByRole("textbox", { name: "Client ID" }).fill(clientId);
  await options.getByRole("textbox", { name: "Client secret" }).fill(clientSecret);
  await options.getByRole("button", { name: "Connect" }).click();
}
