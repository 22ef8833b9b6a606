import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { buildExtension } from "./build-extension.ts";
import { startSandboxProcess } from "./sandbox-process.ts";

/** What each of Playwright's workers has to itself, so that one test's faults don't reach another. */
export interface Station {
  sandbox: string;
  extension: string;
}

/** Where the tests find their station: Playwright passes environment variables on to its workers. */
const STATIONS = "KEYCARD_E2E_STATIONS";

const BUILDS = ".output/e2e";

/**
 * Starts a sandbox for each worker, and builds the extension for the first. The other builds would differ only in the
 * sandbox's URL, which is replaced in a copy.
 *
 * @returns a function that ends all of it
 */
export async function setUpStations(
  workers: number,
  browser: "chrome" | "firefox",
): Promise<() => Promise<void>> {
  const sandboxes = await Promise.all(Array.from({ length: workers }, () => startSandboxProcess()));
  const [first = { url: "" }, ...others] = sandboxes;
  const extension = await buildExtension(first.url, `${BUILDS}/0`, browser);
  const stations: Station[] = [{ sandbox: first.url, extension }];
  for (const [n, { url }] of others.entries()) {
    const copy = resolve(BUILDS, String(n + 1), basename(extension));
    await copyFor(url, copy, { from: extension, builtFor: first.url });
    stations.push({ sandbox: url, extension: copy });
  }
  process.env[STATIONS] = JSON.stringify(stations);
  return async () => {
    await Promise.all(sandboxes.map((sandbox) => sandbox.stop()));
  };
}

/** A worker's station. @param index Playwright's `parallelIndex` */
export function stationAt(index: number): Station {
  const stations = JSON.parse(process.env[STATIONS] ?? "[]") as Station[];
  const station = stations[index];
  if (!station) throw new Error("The global setup has not run.");
  return station;
}

async function copyFor(
  url: string,
  folder: string,
  { from, builtFor }: { from: string; builtFor: string },
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await cp(from, folder, { recursive: true });
  let changed = 0;
  for (const name of await readdir(folder, { recursive: true })) {
    if (!/\.(?:js|json)$/.test(name)) continue;
    const text = await readFile(join(folder, name), "utf8");
    if (!text.includes(builtFor)) continue;
    await writeFile(join(folder, name), text.replaceAll(builtFor, url));
    changed++;
  }
  // At least the manifest and the background.
  if (changed < 2) throw new Error(`The build for ${builtFor} does not name it.`);
}
