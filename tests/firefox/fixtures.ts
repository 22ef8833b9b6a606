import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { ACME } from "../../sandbox/zones.ts";
import { findInFolder } from "../harness/find-in-folder.ts";
import { closeFirstRunPage, install } from "../harness/firefox/extension.ts";
import { type Firefox, launchFirefox } from "../harness/firefox/launch.ts";
import { closeOtherPages } from "../harness/firefox/page.ts";
import { type SharedFirefox, share } from "../harness/firefox/shared.ts";
import { watch } from "../harness/firefox/witness.ts";
import { type Sandbox, sandboxAt } from "../harness/sandbox-control.ts";
import { type Station, stationAt } from "../harness/stations.ts";
import { FACTS, SECRETS } from "../harness/witness/canaries.ts";
import { connectByForm } from "../scenarios/connect.ts";
import type { Driver } from "../scenarios/driver.ts";
import { firefoxDriver, openOwnPage, tab } from "./driver.ts";

interface Fixtures {
  /** This worker's sandbox, reset before each test. */
  sandbox: Sandbox;
  /** A Firefox with the extension, connected to Acme with an API key, in the state of a fresh one. */
  firefox: Firefox;
  /** The same, in the form that the shared scenarios use. */
  connected: Driver;
}

interface WorkerFixtures {
  station: Station;
  /** The browser that tests of this worker share one after another, connected to Acme. */
  shared: { get(): Promise<SharedFirefox> };
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  station: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its first parameter.
    async ({}, use, info) => use(stationAt(info.parallelIndex)),
    { scope: "worker" },
  ],
  shared: [
    async ({ station }, use) => {
      let current: SharedFirefox | undefined;
      await use({
        async get() {
          if (current && (await current.restore().catch(() => false))) return current;
          if (current) await endWitnessed(current);
          current = await startConnected(station);
          return current;
        },
      });
      if (current) await endWitnessed(current);
    },
    { scope: "worker", timeout: 60_000 },
  ],
  sandbox: async ({ station }, use) => {
    const sandbox = sandboxAt(station.sandbox);
    await sandbox.reset();
    await use(sandbox);
  },
  firefox: async ({ shared, sandbox }, use) => {
    const { firefox, judge } = await shared.get();
    await sandbox.clearLog();
    await use(firefox);
    expect(await judge(), "what the witness saw").toEqual([]);
  },
  connected: async ({ firefox, station }, use) => {
    await use(firefoxDriver(firefox, station.sandbox));
  },
});

/** Ends a browser, and checks what it leaves behind. */
async function endWitnessed({ firefox }: SharedFirefox): Promise<void> {
  await firefox.close();
  const left = await findInFolder(firefox.profile, [...SECRETS, ...FACTS]);
  await rm(firefox.profile, { recursive: true, force: true });
  expect(left, "what is left in the profile").toEqual([]);
}

async function startConnected(station: Station): Promise<SharedFirefox> {
  const profile = await mkdtemp(join(tmpdir(), "keycard-lookup-"));
  const firefox = await launchFirefox({ profile });
  try {
    return await connected(firefox, station);
  } catch (error) {
    // Otherwise it would outlive the tests.
    await firefox.close();
    await rm(profile, { recursive: true, force: true });
    throw error;
  }
}

async function connected(firefox: Firefox, station: Station): Promise<SharedFirefox> {
  const { marionette } = firefox;
  await watch(marionette);
  await install(marionette, station.extension);
  await closeFirstRunPage(marionette);
  const options = await openOwnPage(marionette, "options.html");
  await closeOtherPages(marionette, options);
  await connectByForm(tab(marionette, options), { apiKey: API_KEYS.full, zone: ACME.name });
  return share(firefox, options, station.sandbox);
}

export { expect };
