import type { Job } from "./job.ts";

export const JOBS_DOC = "docs/jobs.md";

export const BROWSERS = ["Chromium", "Firefox"] as const;

export type BrowserName = (typeof BROWSERS)[number];

const HEAD = ["", "job", "how", "target", ...BROWSERS];

/** The table of docs/jobs.md. @param effortOf what a job costs, in words */
export function jobsTable(
  jobs: readonly Job[],
  effortOf: (job: Job, browser: BrowserName) => string,
): string {
  const rows = jobs.map((job) => {
    const { letter, asks, how, target } = job;
    const clicks = target === 1 ? "1 click" : `${target} clicks`;
    return [letter, asks, how, clicks, ...BROWSERS.map((browser) => effortOf(job, browser))];
  });
  return [HEAD, HEAD.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** What a job costs in a browser according to the document. @param document all of docs/jobs.md */
export function saidIn(document: string, letter: string, browser: BrowserName): string | undefined {
  const row = document.split("\n").find((line) => line.startsWith(`| ${letter} |`));
  return row?.slice(2, -2).split(" | ")[HEAD.indexOf(browser)];
}

const TABLE = /^\|[\s\S]*\|$/m;

/** The document with its table replaced. @throws Error if it has none */
export function withTable(document: string, table: string): string {
  if (!TABLE.test(document)) throw new Error(`${JOBS_DOC} has no table.`);
  return document.replace(TABLE, () => table);
}
