import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { inTreeOf } from "../scripts/tree-of-commit.ts";
import { compared } from "./compared.ts";
import type { Report } from "./table.ts";

/**
 * Measures parts here and at another commit, in turns: before, now, now, before. So a machine that becomes busier or
 * warmer affects both. Each side builds itself, and is measured by the same code: this benchmark replaces the other's.
 *
 * @param use receives a function that measures a part on both sides
 */
export async function comparing(
  commit: string,
  use: (measure: (part: string) => Promise<Report>) => Promise<void>,
): Promise<void> {
  await inTreeOf(commit, async (tree) => {
    await rm(join(tree, "bench"), { recursive: true, force: true });
    await cp("bench", join(tree, "bench"), { recursive: true });
    // The benchmark imports this from scripts; an older commit might not have it.
    await cp("scripts/tree-of-commit.ts", join(tree, "scripts/tree-of-commit.ts"));
    await use(async (part) => {
      const before = [await measuredIn(tree, part)];
      const now = [await measuredIn(".", part), await measuredIn(".", part)];
      before.push(await measuredIn(tree, part));
      return compared(before, now);
    });
  });
}

/** In a separate process, so that neither side benefits from code that the other has compiled. */
async function measuredIn(tree: string, part: string): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), "keycard-lookup-bench-"));
  try {
    const file = join(folder, "report.json");
    const args = ["--import", "tsx", "bench/main.ts", "--report", file, part];
    await promisify(execFile)(process.execPath, args, { cwd: tree });
    return JSON.parse(await readFile(file, "utf8")) as Report;
  } catch (error) {
    return [`Could not be measured: ${error}`];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
