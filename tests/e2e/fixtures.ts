import { test as base, expect } from "@playwright/test";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { ACME } from "../../sandbox/zones.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { connect } from "../harness/connect.ts";
import { type Sandbox, sandboxAt } from "../harness/sandbox-control.ts";
import {
  launchWitnessed,
  type WitnessedBrowser,
  type WitnessedOptions,
} from "../harness/witness/launch.ts";
import { STATIONS, type Station } from "./global-setup.ts";

interface Fixtures {
  station: Station;
  /** The sandbox of this worker, reset before each test. */
  sandbox: Sandbox;
  /** Starts a Chromium with the extension. Whatever the witness sees in it fails the test. */
  launch(options?: Launch): Promise<ExtensionBrowser>;
  /** A fresh Chromium with the extension, not connected. */
  extension: ExtensionBrowser;
  /** The same, connected with an API key to the zone that `zone` names. */
  connected: ExtensionBrowser;
  /** The zone to connect to; set with `test.use`. */
  zone: string;
  /** Says what the test brings about on purpose: the witness may see it, and must. */
  foresee(seen: RegExp): void;
  /** What was foreseen. */
  foreseen: RegExp[];
}

interface Launch extends Omit<Partial<WitnessedOptions>, "api"> {
  /** Folder of a build that was changed; else the station's. */
  extension?: string;
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
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  foreseen: async ({}, use) => use([]),
  foresee: async ({ foreseen }, use) => use((seen) => void foreseen.push(seen)),
  launch: async ({ station, sandbox: _, foreseen }, use) => {
    const started: WitnessedBrowser[] = [];
    // The sandbox again: pages of its matrix hold frames of another site.
    const otherName = station.sandbox.replace("127.0.0.1", "localhost");
    await use(async ({ extension = station.extension, pages = [], ...options } = {}) => {
      const browser = await launchWitnessed(extension, {
        api: station.sandbox,
        pages: [otherName, ...pages],
        headless: true,
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      started.push(browser);
      return browser;
    });
    const seen = (await Promise.all(started.map((browser) => browser.end()))).flat();
    const unforeseen = seen.filter((one) => !foreseen.some((expected) => expected.test(one)));
    expect(unforeseen, "what the witness saw").toEqual([]);
    for (const expected of foreseen) expect(seen.join("\n")).toMatch(expected);
  },
  extension: async ({ launch }, use) => {
    await use(await launch());
  },
  connected: async ({ extension, zone, sandbox }, use) => {
    await connect(extension, { apiKey: API_KEYS.full, zone });
    await sandbox.clearLog();
    await use(extension);
  },
});

export { expect };
