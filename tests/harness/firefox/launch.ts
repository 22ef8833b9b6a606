import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureFirefox } from "../../../scripts/firefox.ts";
import { beginSession, type Marionette } from "./marionette.ts";
import { userPreferences } from "./preferences.ts";

/** A running Firefox in a profile. */
export interface Firefox {
  marionette: Marionette;
  profile: string;
  close(): Promise<void>;
}

export interface FirefoxOptions {
  /** Folder of the profile, which is kept when the browser closes; by default a fresh one, which is deleted. */
  profile?: string;
  /** The command that starts it; by default that of the installed Firefox. */
  executablePath?: string;
}

/** The window has room for a page of 1280 x 900. A connection to another machine ends the browser at once. */
const QUIET = {
  MOZ_DISABLE_NONLOCAL_CONNECTIONS: "1",
  MOZ_HEADLESS_WIDTH: "1280",
  MOZ_HEADLESS_HEIGHT: "986",
  MOZ_CRASHREPORTER_DISABLE: "1",
};

/**
 * How long Firefox can take until it says where it listens, ms: this includes creating a profile, on a busy machine.
 */
const START_MS = 60_000;

/** Starts a headless Firefox that contacts no one, on a port of its own choice. */
export async function launchFirefox({
  profile: given,
  executablePath = ensureFirefox(),
}: FirefoxOptions = {}): Promise<Firefox> {
  const profile = given ?? (await mkdtemp(join(tmpdir(), "keycard-lookup-")));
  await writeFile(join(profile, "user.js"), userPreferences());
  // Left by a previous start.
  const portFile = join(profile, "MarionetteActivePort");
  await rm(portFile, { force: true });
  const child = spawn(
    executablePath,
    [
      "--marionette",
      "--headless",
      "--remote-allow-system-access",
      "--no-remote",
      "--profile",
      profile,
    ],
    { stdio: "ignore", env: { ...process.env, ...QUIET } },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  const endWithTests = () => child.kill("SIGKILL");
  process.once("exit", endWithTests);
  void ended.then(() => process.off("exit", endWithTests));
  const marionette = await beginSession(await portIn(portFile, () => hasEnded));
  return {
    marionette,
    profile,
    async close() {
      // A browser that doesn't end when asked is killed.
      const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await marionette.quit().catch(() => child.kill("SIGKILL"));
      await ended;
      clearTimeout(timer);
      marionette.close();
      if (given === undefined)
        await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** With port 0, Firefox writes the assigned port into its profile. */
async function portIn(file: string, hasEnded: () => boolean): Promise<number> {
  for (const start = Date.now(); Date.now() - start < START_MS && !hasEnded(); ) {
    const port = Number(await readFile(file, "utf8").catch(() => ""));
    if (port > 0) return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Firefox ${hasEnded() ? "ended" : "said nothing"} before it listened.`);
}
