import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" }).trim();

/** The commit where this branch diverged from another. @throws Error if there is no such ref */
export function whereLeft(ref: string): string {
  return git("merge-base", ref, "HEAD");
}

/**
 * Checks out a commit into a temporary folder, with its packages, while a function runs. The packages here are used if
 * the commit needs the same ones.
 *
 * @param use called with the folder
 */
export async function inTreeOf<T>(commit: string, use: (tree: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "keycard-lookup-tree-"));
  const tree = join(folder, "tree");
  try {
    git("worktree", "add", "--quiet", "--detach", tree, commit);
    const sameLock = git("diff", commit, "--", "package-lock.json") === "";
    if (sameLock && existsSync("node_modules"))
      symlinkSync(resolve("node_modules"), join(tree, "node_modules"));
    else execFileSync("npm", ["ci", "--ignore-scripts"], { cwd: tree, stdio: "ignore" });
    return await use(tree);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    git("worktree", "prune");
  }
}
