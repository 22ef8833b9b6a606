import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { JSONReport } from "@playwright/test/reporter";
import { wholeNumber } from "../sandbox/whole-number.ts";
import { failuresIn } from "./steady/failures.ts";

/** Runs the end-to-end tests repeatedly on a busy machine, and lists every test that ever failed. */

const FOLDER = ".output/steady";

const BROWSERS = { chromium: "playwright.config.ts", firefox: "playwright.firefox.config.ts" };

const HELP = `Usage: npm run steady -- [--runs N] [--load K] [--browser chromium|firefox] [FILTER...]

  --runs N      how often all tests are run (default: 5)
  --load K      busy loops beside them, each of which takes a processor if it can (default: 2)
  --browser B   only the tests in this browser (default: both)
  FILTER        only tests whose path has this in it

Reports and traces go to ${FOLDER}/. Show a trace with: npx playwright show-trace FILE`;

interface Options {
  runs: number;
  load: number;
  browsers: (keyof typeof BROWSERS)[];
  filters: string[];
}

function readOptions(): Options | undefined {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: "string" },
      load: { type: "string" },
      browser: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return undefined;
  const { browser } = values;
  if (browser !== undefined && browser !== "chromium" && browser !== "firefox")
    throw new Error(`--browser must be chromium or firefox, not "${browser}".`);
  return {
    runs: wholeNumber("runs", values.runs, 1, 100) ?? 5,
    load: wholeNumber("load", values.load, 0, 64) ?? 2,
    browsers: browser ? [browser] : ["chromium", "firefox"],
    filters: positionals,
  };
}

/** @returns the report of one run of a browser's tests, all of which can have been filtered out */
async function runOnce(
  browser: keyof typeof BROWSERS,
  name: string,
  filters: readonly string[],
): Promise<JSONReport> {
  const report = `${FOLDER}/${name}.json`;
  const args = ["playwright", "test", "-c", BROWSERS[browser], "--pass-with-no-tests"];
  const tests = spawn(
    "npx",
    [...args, "--reporter=dot,json", `--output=${FOLDER}/${name}`, ...filters],
    {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, KEYCARD_E2E_TRACE: "1" },
    },
  );
  await once(tests, "exit");
  return JSON.parse(await readFile(report, "utf8"));
}

async function main(): Promise<number> {
  const options = readOptions();
  if (!options) {
    console.log(HELP);
    return 0;
  }
  const { runs, load, browsers, filters } = options;
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const busy = Array.from({ length: load }, () =>
    fork(new URL("steady/busy-loop.ts", import.meta.url)),
  );
  const reports: { run: number; report: JSONReport }[] = [];
  try {
    for (let run = 1; run <= runs; run++)
      for (const browser of browsers) {
        const report = await runOnce(browser, `${run}-${browser}`, filters);
        reports.push({ run, report });
        const { expected, unexpected, skipped, duration } = report.stats;
        console.log(
          `\nRun ${run} of ${runs}, ${browser}: ${expected} passed, ${unexpected} failed, ` +
            `${skipped} skipped, ${Math.round(duration / 1_000)} s`,
        );
      }
  } finally {
    for (const loop of busy) loop.disconnect();
  }
  const failures = failuresIn(reports);
  console.log(
    `\n${runs} runs next to ${load} busy loops: ${failures.length} tests failed at least once.`,
  );
  for (const { name, runs: failed } of failures) {
    console.log(`\n${name}`);
    for (const { run, message, trace } of failed)
      console.log(`  run ${run}: ${message}${trace ? `\n         ${trace}` : ""}`);
  }
  return failures.length === 0 ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(`${error.message}\n\n${HELP}`);
    process.exitCode = 2;
  },
);
