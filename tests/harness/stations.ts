import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { buildExtension } from "./build-extension.ts";
import { startSandboxProcess } from "./sandbox-process.ts";

/** What each of Playwright's workers uses alone, so that faults made for one test reach no other. */
export interface Station {
  sandbox: string;
  extension: string;
}

/** Where the tests find their station; an environment variable is what Playwright hands on to its workers. */
const STATIONS = "KEYCARD_E2E_STATIONS";

const BUILDS = ".output/e2e";

/**
 * Starts a sandbox for each worker, and builds the extension for the first. For the others it would be the same but for
 * the sandbox's address, which is written into a copy.
 *
 * @returns what ends it all
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

/** The station of a worker. @param index Playwright's `parallelIndex` */
export function stationAt(index: number): Station {
  const stations = JSON.parse(process.env[STATIONS] ?? "[]") as Station[];
  const station = stations[index];
  if (!station) throw new Error("The global set-up has not run.");
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
  // The manifest and the background at least.
  if (changed < 2) throw new Error(`The build for ${builtFor} does not name it.`);
}
