import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { JOBS } from "../tests/jobs/index.ts";
import { JOBS_DOC, jobsTable, withTable } from "../tests/jobs/jobs-doc.ts";
import { MEASURED } from "../tests/jobs/measured.ts";

/** `npm run jobs`: does each job in both browsers, and writes its cost into docs/jobs.md. */

const FOLDER = resolve(".output/jobs");

rmSync(FOLDER, { recursive: true, force: true });
for (const config of ["playwright.config.ts", "playwright.firefox.config.ts"]) {
  const { status } = spawnSync("npx", ["playwright", "test", "-c", config, "jobs.spec.ts"], {
    stdio: "inherit",
    env: { ...process.env, [MEASURED]: FOLDER },
  });
  if (status !== 0) process.exit(1);
}
const table = jobsTable(JOBS, ({ letter }, browser) =>
  readFileSync(join(FOLDER, `${browser}-${letter}`), "utf8"),
);
writeFileSync(JOBS_DOC, withTable(readFileSync(JOBS_DOC, "utf8"), table));
console.log(table);
