import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";

/**
 * A virtual display, for what a headless browser has not: native menus. Needs Xvfb and xdotool
 * (`scripts/chromium.ts` installs them beside Debian's Chromium).
 */
export interface Display {
  /** To be set for the browser. */
  env: { DISPLAY: string };
  /** Presses keys one after another, by xdotool's names, such as `Up` or `Return`. */
  press(...keys: string[]): Promise<void>;
  stop(): void;
}

/** Whether there is a display that a window can be opened on. */
export function hasDisplay(): boolean {
  const named = process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"];
  return process.platform !== "linux" || Boolean(named);
}

/** Whether this machine has what a virtual display needs. */
export function canStartDisplay(): boolean {
  return ["Xvfb", "xdotool"].every((name) => spawnSync("which", [name]).status === 0);
}

/** Starts a display on a number that is free. */
export async function startDisplay(): Promise<Display> {
  const xvfb = spawn(
    "Xvfb",
    ["-displayfd", "1", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  const number = await new Promise<string>((resolve, reject) => {
    createInterface({ input: xvfb.stdout }).once("line", resolve);
    xvfb.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}.`)));
  });
  const env = { DISPLAY: `:${number}` };
  return {
    env,
    async press(...keys) {
      for (const key of keys) {
        execFileSync("xdotool", ["key", key], { env: { ...process.env, ...env } });
        // A menu takes the next key only once it has drawn the last one.
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    },
    stop() {
      xvfb.kill();
    },
  };
}
