import type { Tab } from "./driver.ts";
import { controlNamed } from "./in-document.ts";
import { choose, click, expectText, fill } from "./steps.ts";

/** The three ways of keeping the key, as the options name them. */
export type WayName = "Until the browser closes" | "On this device" | "With a passphrase";

export interface Connecting {
  apiKey: string;
  /** What the zone is called. */
  zone: string;
  way?: WayName;
  passphrase?: string;
}

/** Connects as a person does, by the form of the options. */
export async function connectByForm(
  options: Tab,
  { apiKey, zone, way = "On this device", passphrase }: Connecting,
): Promise<void> {
  await click(options, "radio", "API key");
  await fill(options, "API key", apiKey);
  await click(options, "radio", way);
  if (passphrase !== undefined) await fill(options, "Passphrase", passphrase);
  await click(options, "button", "Connect");
  await choose(options, "Zone", zone);
  await expectText(options, "Users are looked up in");
  await endFirstRun(options);
  // All options stand once that is stored.
  await expectText(options, "Subject patterns");
}

const SKIP = "Skip the set-up";

/** Leaves the first run behind, where it is not yet. */
async function endFirstRun(options: Tab): Promise<void> {
  if (await options.read(controlNamed, "button", SKIP)) await click(options, "button", SKIP);
}
