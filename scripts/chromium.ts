import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { canInstallFromDebian, installFromDebian, onPath, run } from "./programs.ts";

/** How to start a Chromium that loads unpacked extensions. Branded Chrome no longer does. */
export interface ChromiumLaunch {
  executablePath: string;
  /** Off only for root: Chromium's sandbox refuses to run as root. */
  chromiumSandbox: boolean;
}

/** With a virtual display and its keyboard, for the native context menu; a font for the screenshots. */
const DEBIAN_PACKAGES = ["chromium", "xvfb", "xdotool", "fonts-dejavu-core", "fonts-liberation"];

/**
 * Finds a Chromium, or installs one: Debian's through apt-get if that is possible as root, otherwise Playwright's own.
 *
 * @param say called with each step
 * @throws Error that says what to do, if there is none and none can be installed
 */
export async function ensureChromium(
  say: (step: string) => void = console.log,
): Promise<ChromiumLaunch> {
  const executablePath = find() ?? install(say);
  if (!executablePath)
    throw new Error(
      "No Chromium was found, and none could be installed. Install one (Debian: apt-get install chromium; " +
        "elsewhere: npx playwright install chromium), or name one in CHROMIUM_PATH.",
    );
  return { executablePath, chromiumSandbox: process.getuid?.() !== 0 };
}

function find(): string | undefined {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && !existsSync(named))
    throw new Error(`CHROMIUM_PATH is "${named}", but that file doesn't exist.`);
  return named ?? onPath("chromium") ?? onPath("chromium-browser") ?? ofPlaywright();
}

function ofPlaywright(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function install(say: (step: string) => void): string | undefined {
  if (canInstallFromDebian()) {
    say("No Chromium found. Installing Debian's with apt-get, which takes a few minutes, once.");
    installFromDebian(DEBIAN_PACKAGES);
  } else {
    say("No Chromium found. Installing Playwright's, which takes a few minutes, once.");
    run("npx", ["playwright", "install", "chromium"]);
  }
  return find();
}
