import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** How to start a Chromium that loads unpacked extensions. Branded Chrome does not any more. */
export interface ChromiumLaunch {
  executablePath: string;
  /** Off for root only: Chromium's sandbox refuses to run as root. */
  chromiumSandbox: boolean;
}

/** With a virtual display and its keyboard, for the native context menu; a font for the pictures. */
const DEBIAN_PACKAGES = ["chromium", "xvfb", "xdotool", "fonts-dejavu-core", "fonts-liberation"];

/**
 * Finds a Chromium, or installs one: Debian's through apt-get where that can be had as root, else Playwright's own.
 *
 * @param say told each step
 * @throws Error that says what to do, when there is none and none can be installed
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
    throw new Error(`CHROMIUM_PATH is "${named}", but there is no such file.`);
  return named ?? onPath("chromium") ?? onPath("chromium-browser") ?? ofPlaywright();
}

function onPath(name: string): string | undefined {
  const { status, stdout } = spawnSync("which", [name], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

function ofPlaywright(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function install(say: (step: string) => void): string | undefined {
  if (process.getuid?.() === 0 && onPath("apt-get")) {
    say("No Chromium found: installing Debian's with apt-get (a few minutes, once).");
    run("apt-get", ["update", "-q"]);
    run("apt-get", ["install", "-q", "-y", "--no-install-recommends", ...DEBIAN_PACKAGES]);
  } else {
    say("No Chromium found: installing Playwright's (a few minutes, once).");
    run("npx", ["playwright", "install", "chromium"]);
  }
  return find();
}

/** Runs a command, its words shown; a failure shows in what is found afterwards. */
function run(command: string, args: string[]): void {
  try {
    execFileSync(command, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  } catch {
    console.error(`${command} ${args.join(" ")} did not succeed.`);
  }
}
