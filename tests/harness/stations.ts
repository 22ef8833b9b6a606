import { buildExtension } from "./build-extension.ts";
import { startSandboxProcess } from "./sandbox-process.ts";

/** What each of Playwright's workers uses alone, so that faults made for one test reach no other. */
export interface Station {
  sandbox: string;
  extension: string;
}

/** Where the tests find their station; an environment variable is what Playwright hands on to its workers. */
const STATIONS = "KEYCARD_E2E_STATIONS";

/**
 * Starts a sandbox for each worker, and builds the extension for each sandbox, one after another.
 *
 * @returns what ends it all
 */
export async function setUpStations(
  workers: number,
  browser: "chrome" | "firefox",
): Promise<() => Promise<void>> {
  const sandboxes = await Promise.all(Array.from({ length: workers }, () => startSandboxProcess()));
  const stations: Station[] = [];
  for (const [n, { url }] of sandboxes.entries()) {
    const extension = await buildExtension(url, `.output/e2e/${n}`, browser);
    stations.push({ sandbox: url, extension });
  }
  process.env[STATIONS] = JSON.stringify(stations);
  return async () => {
    await Promise.all(sandboxes.map((sandbox) => sandbox.stop()));
  };
}

/** The station of a worker. @param index Playwright's `parallelIndex` */
export function stationAt(index: number): Station {
  const stations = JSON.parse(process.env[STATIONS] ?? "[]") as Station[];
  const station = stations[index];
  if (!station) throw new Error("The global set-up has not run.");
  return station;
}
