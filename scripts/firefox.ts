import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { gecko } from "../lib/manifest.ts";
import { canInstallFromDebian, installFromDebian, onPath } from "./programs.ts";

/** The oldest Firefox that the extension supports, from its manifest. */
const FIREFOX_MIN = Number.parseInt(gecko.strict_min_version, 10);

const HOW_TO =
  "Install one (Debian: apt-get install firefox-esr; elsewhere: https://www.mozilla.org/firefox), or name one in " +
  "FIREFOX_PATH.";

/**
 * Finds a Firefox, or installs Debian's through apt-get if that is possible as root.
 *
 * @param say called with each step
 * @returns the path of the executable
 * @throws Error that says what to do, if none is new enough and none can be installed
 */
export function ensureFirefox(say: (step: string) => void = console.log): string {
  const path = find() ?? install(say);
  if (!path) throw new Error(`No Firefox was found, and none could be installed. ${HOW_TO}`);
  const version = execFileSync(path, ["--version"], { encoding: "utf8" }).trim();
  const major = Number(/ (\d+)\./.exec(version)?.[1] ?? 0);
  if (major < FIREFOX_MIN)
    throw new Error(`${path} is ${version}, but ${FIREFOX_MIN} or newer is needed. ${HOW_TO}`);
  return path;
}

function find(): string | undefined {
  const named = process.env["FIREFOX_PATH"];
  if (named !== undefined && !existsSync(named))
    throw new Error(`FIREFOX_PATH is "${named}", but that file doesn't exist.`);
  return named ?? onPath("firefox-esr") ?? onPath("firefox");
}

function install(say: (step: string) => void): string | undefined {
  if (!canInstallFromDebian()) return undefined;
  say("No Firefox found. Installing Debian's with apt-get, which takes a few minutes, once.");
  installFromDebian(["firefox-esr"]);
  return find();
}
