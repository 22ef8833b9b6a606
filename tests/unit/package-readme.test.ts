import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import project from "../../package.json" with { type: "json" };
import { all, section } from "./markdown.ts";
import { OTHER, SOURCES } from "./package-builds.ts";

/**
 * Every command in README.md and the first section of CONTRIBUTING.md is run: by .ci/run, or here, in a folder where
 * the sources archive was unpacked, as if someone had just downloaded them.
 */

const IN_CI = readFileSync(".ci/run", "utf8").split("\n");

/** Its demo is the README's, without a display. */
const isRunInCi = (command: string) =>
  IN_CI.includes(command) || IN_CI.includes(`${command} -- --headless`);

/** By the setup of these tests, there and in the project's own folder. */
const RUN_BEFORE = ["npm run package"];

/** They run until they are ended, or need a git repository, which the archive isn't. */
const NOT_IN_THE_ARCHIVE = ["npm run dev", "npm run quick"];

/** What `npm run package` also builds, and for which browser. */
const PARTS_OF_IT = { "npm run build": "chrome", "npm run build:firefox": "firefox" } as const;

const commands = [
  ...new Set(
    all(
      /((?:[A-Z_]+=\S+ )*\bnpm (?:ci|test|run [\w:-]+(?: -- --[\w-]+)*))/g,
      readFileSync("README.md", "utf8") + section("CONTRIBUTING.md", "## First steps"),
    ),
  ),
];

test("README.md and CONTRIBUTING.md name commands, including those that CI runs", () => {
  expect(commands.length).toBeGreaterThan(4);
  expect(commands.filter(isRunInCi)).toEqual(
    expect.arrayContaining(["npm ci", "npm run demo", "npm test"]),
  );
});

const toRun = commands.filter(
  (command) =>
    !isRunInCi(command) &&
    ![...RUN_BEFORE, ...NOT_IN_THE_ARCHIVE].includes(command) &&
    !(command in PARTS_OF_IT),
);

const scriptOf = (command: string) =>
  project.scripts[/npm run ([\w:-]+)/.exec(command)?.[1] as keyof typeof project.scripts];

test.each(NOT_IN_THE_ARCHIVE)("%s is a command of the project", (command) => {
  expect(commands).toContain(command);
  expect(scriptOf(command)).toBeDefined();
});

const hostsOf = (folder: string) =>
  JSON.parse(readFileSync(`${folder}/manifest.json`, "utf8")).host_permissions;

test.each(Object.entries(PARTS_OF_IT))("%s makes the same in the same way", (command, browser) => {
  expect(commands).toContain(command);
  const parts = project.scripts.zip
    .split(" && ")
    .map((part) => part.replace(/^wxt zip/, "wxt build"));
  expect(parts).toContain(scriptOf(command));
  expect(hostsOf(`${SOURCES}/.output/${browser}-mv3`)).toEqual(["https://api.keycard.ai/*"]);
});

test.each(toRun)(
  "%s is a command of the project, and produces what it is for",
  (command) => {
    const { status, stderr } = spawnSync("sh", ["-c", command], {
      cwd: SOURCES,
      env: { ...process.env, KEYCARD_API_ORIGIN: "", KEYCARD_OUT_DIR: OTHER },
      encoding: "utf8",
    });
    expect(status, stderr).toBe(0);
    const [, origin] = /KEYCARD_API_ORIGIN=(\S+) npm run build$/.exec(command) ?? [];
    expect(hostsOf(`${OTHER}/chrome-mv3`)).toEqual([`${origin}/*`]);
  },
  180_000,
);
