import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { Sandbox } from "../harness/sandbox-control.ts";
import { effortText } from "./effort.ts";
import { createHand, type JobsDriver } from "./hand.ts";
import type { Job } from "./job.ts";
import { type BrowserName, JOBS_DOC, saidIn } from "./jobs-doc.ts";
import { MEASURED } from "./measured.ts";

/**
 * Does a job, and compares its cost with its target and with docs/jobs.md; or stores it for `npm run jobs` to write
 * there.
 */
export async function measure(
  job: Job,
  name: BrowserName,
  browser: JobsDriver,
  sandbox: Sandbox,
): Promise<void> {
  const hand = createHand(browser);
  await job.run(browser, hand, sandbox);
  const effort = effortText(hand.effort);
  expect(hand.effort.clicks, `clicks of job ${job.letter}`).toBeLessThanOrEqual(job.target);
  const folder = process.env[MEASURED];
  if (folder === undefined) {
    const said = saidIn(await readFile(JOBS_DOC, "utf8"), job.letter, name);
    expect(said, `what ${JOBS_DOC} says about it; npm run jobs updates it`).toBe(effort);
    return;
  }
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}-${job.letter}`), effort);
}
