import { test as base } from "@playwright/test";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { ACME } from "../../sandbox/zones.ts";
import { type ExtensionBrowser, launchWithExtension } from "../harness/browser.ts";
import { connect } from "../harness/connect.ts";
import { type Sandbox, sandboxAt } from "../harness/sandbox-control.ts";
import { STATIONS, type Station } from "./global-setup.ts";

interface Fixtures {
  station: Station;
  /** The sandbox of this worker, reset before each test. */
  sandbox: Sandbox;
  /** A fresh Chromium with the extension, not connected. */
  extension: ExtensionBrowser;
  /** The same, connected with an API key to the zone that `zone` names. */
  connected: ExtensionBrowser;
  /** The zone to connect to; set with `test.use`. */
  zone: string;
}

export const test = base.extend<Fixtures>({
  zone: [ACME.id, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its first parameter.
  station: async ({}, use, info) => {
    const stations = JSON.parse(process.env[STATIONS] ?? "[]") as Station[];
    const station = stations[info.parallelIndex];
    if (!station) throw new Error("The global set-up has not run.");
    await use(station);
  },
  sandbox: async ({ station }, use) => {
    const sandbox = sandboxAt(station.sandbox);
    await sandbox.reset();
    await use(sandbox);
  },
  extension: async ({ station, sandbox: _ }, use) => {
    const browser = await launchWithExtension(station.extension, {
      headless: true,
      viewport: { width: 1280, height: 900 },
    });
    await use(browser);
    await browser.close();
  },
  connected: async ({ extension, zone, sandbox }, use) => {
    await connect(extension, { apiKey: API_KEYS.full, zone });
    await sandbox.clearLog();
    await use(extension);
  },
});

export { expect } from "@playwright/test";
