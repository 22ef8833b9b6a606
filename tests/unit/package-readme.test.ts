import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import project from "../../package.json" with { type: "json" };
import { all } from "./markdown.ts";
import { SOURCES } from "./package-builds.ts";

/**
 * Every command that README.md names is run: by .ci/run, or here, in a folder where the sources archive was unpacked,
 * as by somebody who has just got them.
 */

const IN_CI = readFileSync(".ci/run", "utf8").split("\n");

/** Its demo is the README's, where there is no display. */
const isRunInCi = (command: string) =>
  IN_CI.includes(command) || IN_CI.includes(`${command} -- --headless`);

/** By the set-up of these tests, there and in the project's own folder. */
const RUN_BEFORE = ["npm run package"];

const commands = [
  ...new Set(
    all(
      /((?:[A-Z_]+=\S+ )*\bnpm (?:ci|test|run [\w:-]+(?: -- --[\w-]+)*))/g,
      readFileSync("README.md", "utf8"),
    ),
  ),
];

test("README.md names commands, and those that CI runs are among them", () => {
  expect(commands.length).toBeGreaterThan(4);
  expect(commands.filter(isRunInCi)).toEqual(
    expect.arrayContaining(["npm ci", "npm run demo", "npm test"]),
  );
});

const toRun = commands.filter((command) => !isRunInCi(command) && !RUN_BEFORE.includes(command));

describe.each(toRun)("%s", (command) => {
  const [, script = ""] = /npm run ([\w:-]+)/.exec(command) ?? [];

  test("is a command of the project, and makes what it is for", () => {
    expect(project.scripts).toHaveProperty(script);
    const browser = script.includes("firefox") ? "firefox" : "chrome";
    const made = `${SOURCES}/.output/${browser}-mv3`;
    rmSync(made, { recursive: true, force: true });
    const { status, stderr } = spawnSync("sh", ["-c", command], {
      cwd: SOURCES,
      env: { ...process.env, KEYCARD_API_ORIGIN: "", KEYCARD_OUT_DIR: "" },
      encoding: "utf8",
      timeout: 120_000,
    });
    expect(status, stderr).toBe(0);
    const [, origin = "https://api.keycard.ai"] = /KEYCARD_API_ORIGIN=(\S+)/.exec(command) ?? [];
    expect(JSON.parse(readFileSync(`${made}/manifest.json`, "utf8")).host_permissions).toEqual([
      `${origin}/*`,
    ]);
  }, 180_000);
});
