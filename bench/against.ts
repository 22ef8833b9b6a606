import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { inTreeOf } from "../scripts/tree-of-commit.ts";
import { compared } from "./compared.ts";
import type { Report } from "./table.ts";

/**
 * Measures parts here and at another commit, by turns: before, now, now, before, so that a machine that gets busier, or
 * warmer, does so for both. Each builds itself, and is measured by the same code: this bench, laid over that commit's.
 *
 * @param use given what measures a part both ways
 */
export async function comparing(
  commit: string,
  use: (measure: (part: string) => Promise<Report>) => Promise<void>,
): Promise<void> {
  await inTreeOf(commit, async (tree) => {
    await rm(join(tree, "bench"), { recursive: true, force: true });
    await cp("bench", join(tree, "bench"), { recursive: true });
    // The bench itself takes these from the scripts, which an older commit may not have.
    await cp("scripts/tree-of-commit.ts", join(tree, "scripts/tree-of-commit.ts"));
    await use(async (part) => {
      const before = [await measuredIn(tree, part)];
      const now = [await measuredIn(".", part), await measuredIn(".", part)];
      before.push(await measuredIn(tree, part));
      return compared(before, now);
    });
  });
}

/** In a process of its own: neither is to find compiled what the other has left. */
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
