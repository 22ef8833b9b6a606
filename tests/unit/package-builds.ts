import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import project from "../../package.json" with { type: "json" };
import { buildExtension } from "../harness/build-extension.ts";
import { unzip } from "../harness/unzip.ts";

/**
 * What is shipped, built once for all tests of packages (vitest.config.ts), and a second time from the sources archive
 * in its own folder: both must be the same, byte for byte.
 */
const FOLDER = resolve(".output/package");
const SHIPPED = `${FOLDER}/shipped`;
/** Where the sources archive is unpacked and built. */
export const SOURCES = `${FOLDER}/sources`;

export const CHROMIUM = `${SHIPPED}/chrome-mv3`;
export const FIREFOX = `${SHIPPED}/firefox-mv3`;
/** A build for an API on this machine, without an archive. */
export const LOOPBACK = `${FOLDER}/loopback/chrome-mv3`;
/** Where a test builds for yet another API. */
export const OTHER = `${FOLDER}/other`;

const name = `keycard-lookup-${project.version}`;
/** The files of a release, by name. */
export const RELEASED = {
  chromium: `${name}-chrome.zip`,
  firefox: `${name}-firefox.zip`,
  sources: `${name}-sources.zip`,
  bill: `${name}.cdx.json`,
  digests: "SHA256SUMS",
};
export const released = (file: string) => `${SHIPPED}/${file}`;
/** The same, built from the sources archive. */
export const releasedFromSources = (file: string) => `${SOURCES}/.output/${file}`;

const run = promisify(execFile);
const env = { ...process.env, KEYCARD_API_ORIGIN: "", KEYCARD_OUT_DIR: "" };

/** The outcome: empty, or the reason for a failure. Written once everything is built. */
const OUTCOME = `${FOLDER}/outcome`;

/**
 * Vitest calls this before the first test, and only if tests of packages will run. It doesn't wait: other tests run
 * meanwhile, and those of packages wait themselves (package.setup.ts).
 *
 * @returns what Vitest calls after the last test
 */
export function setup(): () => Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const made = make().then(
    () => writeFileSync(OUTCOME, ""),
    (error: Error) => writeFileSync(OUTCOME, error.message),
  );
  return () => made;
}

async function make(): Promise<void> {
  const loopback = buildExtension("http://127.0.0.1:4123", `${FOLDER}/loopback`);
  await run("npm", ["run", "package"], { env: { ...env, KEYCARD_OUT_DIR: SHIPPED } });
  unzip(released(RELEASED.sources), SOURCES);
  symlinkSync(resolve("node_modules"), `${SOURCES}/node_modules`);
  await run("npm", ["run", "package"], { cwd: SOURCES, env }).catch((error: Error) => {
    throw new Error(
      `The sources archive, which has what git tracks, doesn't build: ${error.message}`,
    );
  });
  await loopback;
}

/** Resolves once everything is built. @throws Error if that failed */
export async function built(): Promise<void> {
  while (!existsSync(OUTCOME)) await sleep(100);
  const failure = readFileSync(OUTCOME, "utf8");
  if (failure !== "") throw new Error(failure);
}
