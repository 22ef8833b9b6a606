import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { ACME } from "../../sandbox/zones.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { connect } from "../harness/connect.ts";
import { sendFromExtensionPage } from "../harness/extension-page.ts";
import { type Sandbox, sandboxAt } from "../harness/sandbox-control.ts";
import { type SharedBrowser, type SharedState, share } from "../harness/shared-browser.ts";
import { type Station, stationAt } from "../harness/stations.ts";
import {
  launchWitnessed,
  type WitnessedBrowser,
  type WitnessedOptions,
} from "../harness/witness/launch.ts";

interface Fixtures {
  /** This worker's sandbox, reset before each test. */
  sandbox: Sandbox;
  /** Starts a Chromium with the extension. The test fails for anything that the witness sees in it. */
  launch(options?: Launch): Promise<ExtensionBrowser>;
  /** A Chromium with the extension, not connected, in the state of a fresh one, except that options isn't open. */
  extension: ExtensionBrowser;
  /** A Chromium with the extension, connected with an API key to the zone in `zone`, in the state of a fresh one. */
  connected: ExtensionBrowser;
  /** The zone to connect to; set with `test.use`. */
  zone: string;
  /**
   * Whether `connected` is a browser for this test only: one that does things that other tests must not encounter; set
   * with `test.use`.
   */
  alone: boolean;
  /** Declares what a test with its own browser causes on purpose: the witness can see it, and must. */
  foresee(seen: RegExp): void;
  /** Folder of a profile for several starts of a browser, deleted after the test. */
  profile: string;
  /** What was declared with `foresee`. */
  foreseen: RegExp[];
}

interface WorkerFixtures {
  station: Station;
  /**
   * The browser that tests of this worker share one after another; connected, it is to Acme. It allows the extension in
   * private windows.
   */
  shared: { get(state: SharedState): Promise<WitnessedBrowser> };
}

interface Launch extends Omit<Partial<WitnessedOptions>, "api"> {
  /** Folder of a modified build; by default the station's. */
  extension?: string;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  zone: [ACME.id, { option: true }],
  alone: [false, { option: true }],
  station: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its first parameter.
    async ({}, use, info) => {
      await use(stationAt(info.parallelIndex));
    },
    { scope: "worker" },
  ],
  shared: [
    async ({ station }, use) => {
      let current: SharedBrowser | undefined;
      const end = async () => expectSeen((await current?.browser.end()) ?? []);
      await use({
        async get(state) {
          if (current && (await current.restore(state))) return current.browser;
          await end();
          const browser = await launchAt(station, { inPrivate: true });
          current = await share(browser, () =>
            connect(browser, { apiKey: API_KEYS.full, zone: ACME.id }),
          );
          if (state !== "connected") expect(await current.restore(state)).toBe(true);
          return browser;
        },
      });
      await end();
    },
    { scope: "worker" },
  ],
  sandbox: async ({ station }, use) => {
    const sandbox = sandboxAt(station.sandbox);
    await sandbox.reset();
    await use(sandbox);
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  profile: async ({}, use) => {
    const profile = await mkdtemp(join(tmpdir(), "keycard-lookup-"));
    await use(profile);
    await rm(profile, { recursive: true, force: true });
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  foreseen: async ({}, use) => use([]),
  foresee: async ({ foreseen }, use) => use((seen) => void foreseen.push(seen)),
  launch: async ({ station, sandbox: _, foreseen }, use) => {
    const started: WitnessedBrowser[] = [];
    await use(async (options) => {
      const browser = await launchAt(station, options);
      started.push(browser);
      return browser;
    });
    const seen = (await Promise.all(started.map((browser) => browser.end()))).flat();
    expectSeen(seen, foreseen);
  },
  extension: async ({ shared, sandbox }, use) => {
    const browser = await shared.get("installed");
    await sandbox.clearLog();
    await use(browser);
    expectSeen(await browser.judge());
  },
  connected: async ({ alone, launch, shared, zone, sandbox }, use) => {
    if (alone) {
      const browser = await launch();
      await connect(browser, { apiKey: API_KEYS.full, zone });
      await sandbox.clearLog();
      await use(browser);
    } else {
      const browser = await shared.get("connected");
      if (zone !== ACME.id)
        await sendFromExtensionPage(browser, { type: "chooseZone", zoneId: zone });
      await sandbox.clearLog();
      await use(browser);
      expectSeen(await browser.judge());
    }
  },
});

function launchAt(
  station: Station,
  { extension = station.extension, pages = [], ...options }: Launch = {},
): Promise<WitnessedBrowser> {
  // The sandbox by another name: pages of its matrix have frames of another site.
  const otherName = station.sandbox.replace("127.0.0.1", "localhost");
  return launchWitnessed(extension, {
    api: station.sandbox,
    pages: [otherName, ...pages],
    headless: true,
    viewport: { width: 1280, height: 900 },
    ...options,
  });
}

/** @throws Error if the witness saw something undeclared, or didn't see something declared */
export function expectSeen(seen: string[], foreseen: RegExp[] = []): void {
  const unforeseen = seen.filter((one) => !foreseen.some((expected) => expected.test(one)));
  expect(unforeseen, "what the witness saw").toEqual([]);
  for (const expected of foreseen) expect(seen.join("\n")).toMatch(expected);
}

export { expect };
