import type { Tab } from "./driver.ts";
import { controlNamed } from "./in-document.ts";
import { choose, click, expectText, fill } from "./steps.ts";

/** The three ways of keeping the key, as the options name them. */
export type WayName = "Until the browser closes" | "On this device" | "With a passphrase";

export type Connecting = ByKey & {
  /** The zone's name. */
  zone: string;
  way?: WayName;
  passphrase?: string;
};

type ByKey = { apiKey: string } | { serviceAccount: { clientId: string; clientSecret: string } };

/** Connects as a user does, with the form in the options. */
export async function connectByForm(
  options: Tab,
  { zone, way = "On this device", passphrase, ...key }: Connecting,
): Promise<void> {
  await expectText(options, /Agree and continue|Create a key/);
  if (await options.read(controlNamed, "button", AGREE)) await click(options, "button", AGREE);
  if ("apiKey" in key) {
    await click(options, "radio", "API key");
    await fill(options, "API key", key.apiKey);
  } else {
    await click(options, "radio", "Service account");
    await fill(options, "Client ID", key.serviceAccount.clientId);
    await fill(options, "Client secret", key.serviceAccount.clientSecret);
  }
  await click(options, "radio", way);
  if (passphrase !== undefined) {
    await fill(options, "Passphrase", passphrase);
    await fill(options, "Enter it again", passphrase);
  }
  await click(options, "button", "Connect");
  await choose(options, "Zone", zone);
  await expectText(options, "Users are looked up in");
  await endFirstRun(options);
  // All options are visible once that is stored.
  await expectText(options, "Export and import");
}

/** Removes the key, as the options page does. */
export async function removeKey(options: Tab): Promise<void> {
  await expectText(options, "Users are looked up in");
  await click(options, "button", "Remove key");
  // The question replaces the button.
  await expectText(options, "Remove the key?");
  await click(options, "button", "Remove key");
  await expectText(options, "Create a key");
}

const AGREE = "Agree and continue";
const SKIP = "Skip setup";

/** Leaves the first run unless that has happened. */
async function endFirstRun(options: Tab): Promise<void> {
  if (await options.read(controlNamed, "button", SKIP)) await click(options, "button", SKIP);
}
