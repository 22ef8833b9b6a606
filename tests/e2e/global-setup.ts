import type { FullConfig } from "@playwright/test";
import { ensureChromium } from "../../scripts/chromium.ts";
import { buildExtension } from "../harness/build-extension.ts";
import { startSandboxProcess } from "../harness/sandbox-process.ts";

/** What each of Playwright's workers uses alone, so that faults made for one test reach no other. */
export interface Station {
  sandbox: string;
  extension: string;
}

/** Where the tests find their station; an environment variable is what Playwright hands on to its workers. */
export const STATIONS = "KEYCARD_E2E_STATIONS";

/** Starts a sandbox for each worker, and builds the extension for each sandbox, one after another. */
export default async function setUp(config: FullConfig): Promise<() => Promise<void>> {
  await ensureChromium();
  const sandboxes = await Promise.all(
    Array.from({ length: config.workers }, () => startSandboxProcess()),
  );
  const stations: Station[] = [];
  for (const [n, { url }] of sandboxes.entries())
    stations.push({ sandbox: url, extension: await buildExtension(url, `.output/e2e/${n}`) });
  process.env[STATIONS] = JSON.stringify(stations);
  return async () => {
    await Promise.all(sandboxes.map((sandbox) => sandbox.stop()));
  };
}
