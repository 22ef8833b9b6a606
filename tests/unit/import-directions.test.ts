import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { filesBelow } from "./files-below.ts";
import { all } from "./markdown.ts";

/**
 * Imports point down only (design, section 1): entrypoints -> components -> lib, and inside lib as below.
 * A folder may import itself, the files directly in lib/, and what it lists.
 */
const MAY_IMPORT: Record<string, string[]> = {
  "lib/mentions": [],
  "lib/keycard": [],
  "lib/settings": ["lib/mentions"],
  "lib/sites": [],
  "lib/credentials": ["lib/keycard"],
  "lib/directory": ["lib/keycard", "lib/mentions", "lib/credentials", "lib/settings"],
  "lib/messages": [
    "lib/mentions",
    "lib/keycard",
    "lib/credentials",
    "lib/directory",
    "lib/settings",
  ],
  "lib/debug-log": ["lib/keycard", "lib/directory", "lib/messages"],
  "lib/cards": ["lib/mentions", "lib/directory", "lib/messages"],
  "lib/page": ["lib/mentions", "lib/messages"],
  "lib/worker": [
    "lib/keycard",
    "lib/credentials",
    "lib/directory",
    "lib/messages",
    "lib/cards",
    "lib/debug-log",
    "lib/mentions",
    "lib/settings",
    "lib/sites",
  ],
  components: [
    "lib/mentions",
    "lib/keycard",
    "lib/credentials",
    "lib/debug-log",
    "lib/directory",
    "lib/messages",
    "lib/settings",
    "lib/sites",
  ],
  entrypoints: [
    "components",
    "lib/debug-log",
    "lib/messages",
    "lib/page",
    "lib/sites",
    "lib/worker",
  ],
  sandbox: [],
};

/** The folder that a file belongs to in MAY_IMPORT; "lib" for the files directly in lib/. */
function homeOf(path: string): string {
  const [top, second] = path.split("/");
  return top === "lib" ? (second?.includes(".") ? "lib" : `lib/${second}`) : (top ?? "");
}

function importsOf(path: string): string[] {
  const source = readFileSync(path, "utf8");
  return [...source.matchAll(/(?:from|import)\s*\(?"(\.[^"]+)"/g)].map(([, specifier]) =>
    normalize(join(dirname(path), specifier ?? "")),
  );
}

describe.each(Object.entries(MAY_IMPORT))("%s", (folder, allowed) => {
  test("imports downwards only", () => {
    const wrong: string[] = [];
    for (const path of filesBelow(folder, /\.tsx?$/))
      for (const imported of importsOf(path)) {
        const home = homeOf(imported);
        const alone = folder === "lib/mentions" || folder === "sandbox";
        if (home === folder || allowed.includes(home) || (home === "lib" && !alone)) continue;
        wrong.push(`${path} -> ${imported}`);
      }
    expect(wrong).toEqual([]);
  });
});

test("every folder of the house stands in the table", () => {
  const homes = new Set(
    ["lib", "components", "entrypoints", "sandbox"].flatMap((top) =>
      filesBelow(top, /\.tsx?$/).map(homeOf),
    ),
  );
  homes.delete("lib");
  expect(homes).toEqual(new Set(Object.keys(MAY_IMPORT)));
});

test("nothing is imported by another name than its path, which these tests would not see", () => {
  const named = ["lib", "components", "entrypoints"]
    .flatMap((top) => filesBelow(top, /\.tsx?$/))
    .flatMap((path) =>
      all(
        /(?:from|import)\s*\(?["'](#[^"']*|~[^"']*|@?\/[^"']*|@@[^"']*)["']/g,
        readFileSync(path, "utf8"),
      ),
    );
  expect(new Set(named)).toEqual(new Set(["#i18n"]));
});

test("lib/mentions imports no package either, but for its tests", () => {
  const files = filesBelow("lib/mentions", /\.ts$/).filter((path) => !path.endsWith(".test.ts"));
  expect(files.length).toBeGreaterThan(5);
  for (const path of files)
    expect.soft(readFileSync(path, "utf8"), path).not.toMatch(/(?:from|import)\s*\(?["'][^."']/);
});

test("only lib/directory and the worker, which wires it, call the API's client", () => {
  const callers = ["lib", "components", "entrypoints"]
    .flatMap((top) => filesBelow(top, /\.tsx?$/))
    .filter((path) => !/^lib\/keycard\/|\.test\.tsx?$/.test(path))
    .filter((path) => /\b(?:createKeycardClient|createBearer)\b/.test(readFileSync(path, "utf8")));
  expect(callers).toEqual(["lib/worker/services.ts"]);
});

test("in the background only parts.ts reaches for the browser; all else is given it", () => {
  const reaching = filesBelow("lib/worker", /\.ts$/).filter((path) =>
    /from "wxt\/browser"|\bchrome\.\w/.test(readFileSync(path, "utf8")),
  );
  expect(reaching).toEqual(["lib/worker/parts.ts"]);
});

test("entrypoints are thin: 60 lines or fewer", () => {
  for (const path of filesBelow("entrypoints", /\.tsx?$/))
    expect.soft(readFileSync(path, "utf8").split("\n").length, path).toBeLessThanOrEqual(61);
});
