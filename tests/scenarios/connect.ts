import type { Tab } from "./driver.ts";
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
  // What is left of the first run; all options stand once that is stored.
  await click(options, "button", "Skip the set-up");
  await expectText(options, "Subject patterns");
}
