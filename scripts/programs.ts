import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** @returns the path of a program on this machine */
export function onPath(name: string): string | undefined {
  const { status, stdout } = spawnSync("which", [name], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** Runs a command with visible output; a failure shows in what is found afterwards. */
export function run(command: string, args: string[]): void {
  try {
    execFileSync(command, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  } catch {
    console.error(`${command} ${args.join(" ")} failed.`);
  }
}

/**
 * Whether programs can be installed from Debian without prompts. Ubuntu's browsers are snaps, which don't work here.
 */
export function canInstallFromDebian(): boolean {
  const release = "/etc/os-release";
  const isDebian = existsSync(release) && /^ID=debian$/m.test(readFileSync(release, "utf8"));
  return isDebian && process.getuid?.() === 0 && onPath("apt-get") !== undefined;
}

export function installFromDebian(packages: string[]): void {
  run("apt-get", ["update", "-q"]);
  run("apt-get", ["install", "-q", "-y", "--no-install-recommends", ...packages]);
}
