import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";

/**
 * A virtual display, for native menus, which a headless browser lacks. Needs Xvfb and xdotool (`scripts/chromium.ts`
 * installs them with Debian's Chromium).
 */
export interface Display {
  /** For the browser's environment. */
  env: { DISPLAY: string };
  /** Presses keys one after another, by xdotool's names, such as `Up` or `Return`. */
  press(...keys: string[]): Promise<void>;
  stop(): void;
}

/** Whether there is a display for windows. */
export function hasDisplay(): boolean {
  const named = process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"];
  return process.platform !== "linux" || Boolean(named);
}

/** Whether this machine can start a virtual display. */
export function canStartDisplay(): boolean {
  return ["Xvfb", "xdotool"].every((name) => spawnSync("which", [name]).status === 0);
}

/** Starts a display with a free number. */
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
        // A menu takes the next key only once it has drawn the effect of the last one.
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    },
    stop() {
      xvfb.kill();
    },
  };
}
