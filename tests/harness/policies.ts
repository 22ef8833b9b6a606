import { spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "../../scripts/chromium.ts";
import { ensureFirefox } from "../../scripts/firefox.ts";

/**
 * System-wide policies for one browser only. It reads them from /etc, so it is started in its own mount namespace,
 * whose /etc has an overlay: no other process sees it, and it ends with the browser.
 */
export interface Policies {
  /** A command that starts the browser with these policies. */
  executablePath: string;
  /** Writes the policy file. Chromium watches its folder, Firefox reads it when it starts. */
  set(policies: object): Promise<void>;
  remove(): Promise<void>;
}

/** Where Chromium looks, and Playwright's, a Chrome for Testing; and where Firefox does, and Debian's. */
const PLACES = [
  "/etc/chromium/policies",
  "/etc/opt/chrome_for_testing/policies",
  "/etc/firefox/policies",
  "/etc/firefox-esr/policies",
];

/** The files that each reads there. */
const FILES = { chromium: "managed/test.json", firefox: "policies.json" } as const;

type Managed = keyof typeof FILES;

/** Overlays /etc with the folder, then executes the command. Uses no disk space: both layers are in memory. */
const ENTER = `set -e
folder=$1; shift
mount -t tmpfs none "$folder/layer"
mkdir "$folder/layer/upper" "$folder/layer/work"
mount -t overlay none -o "lowerdir=/etc,upperdir=$folder/layer/upper,workdir=$folder/layer/work" /etc
for place in ${PLACES.join(" ")}; do
  mkdir -p "$place"
  mount --bind "$folder/policies" "$place"
done
exec "$@"`;

const namespace = (folder: string, command: string[]) => [
  "unshare",
  ...["--mount", "--propagation", "private", "sh", "-c", ENTER, "sh", folder, ...command],
];

/** @returns why this machine can't: not root, no such file systems, or not Linux */
export async function whyNoPolicies(): Promise<string | undefined> {
  const folder = await emptyFolder();
  const [command = "", ...args] = namespace(folder, ["true"]);
  const { error, status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  await rm(folder, { recursive: true, force: true });
  if (status === 0) return undefined;
  return `policies need root on Linux and overlay mounts: ${error?.message ?? stderr.trim()}`;
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "keycard-lookup-policies-"));
  await mkdir(join(folder, "layer"));
  await mkdir(join(folder, "policies", "managed"), { recursive: true });
  return folder;
}

export async function preparePolicies(browser: Managed = "chromium"): Promise<Policies> {
  const folder = await emptyFolder();
  const executablePath = await programOf(browser);
  const starter = join(folder, browser);
  const quoted = namespace(folder, [executablePath]).map((word) => `'${word}'`);
  await writeFile(starter, `#!/bin/sh\nexec ${quoted.join(" ")} "$@"\n`);
  await chmod(starter, 0o755);
  return {
    executablePath: starter,
    set: (policies) =>
      writeFile(join(folder, "policies", FILES[browser]), JSON.stringify(policies)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function programOf(browser: Managed): Promise<string> {
  if (browser === "firefox") return ensureFirefox(() => undefined);
  const { executablePath } = await ensureChromium(() => undefined);
  return executablePath;
}

/** The content of Chromium's policy file for an extension. */
export function forExtension(id: string, policy: object): object {
  return { "3rdparty": { extensions: { [id]: policy } } };
}

/** The content of Firefox's policy file for an add-on. */
export function forAddon(id: string, policy: object): object {
  return { policies: { "3rdparty": { Extensions: { [id]: policy } } } };
}
