import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** What goes into the sources archive, as globs from the project's folder. */
export interface SourceFiles {
  include: string[];
  exclude: string[];
}

/** Files tracked by git; in an unpacked sources archive, all files that .gitignore doesn't exclude. */
export function sourceFiles(): SourceFiles {
  if (existsSync(".git")) {
    const tracked = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" });
    return { include: tracked.split("\0").filter(Boolean).map(asGlob), exclude: [] };
  }
  const ignored = readFileSync(".gitignore", "utf8").split("\n").filter(Boolean);
  return { include: ["**/*"], exclude: ignored.map((line) => line.replace(/\/$/, "/**")) };
}

const asGlob = (path: string) => path.replace(/[()[\]{}!*?@+]/g, "\\$&");
