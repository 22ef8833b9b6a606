import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { filesBelow } from "./files-below.ts";
import { all } from "./markdown.ts";

/** What components can import from lib. */
const OF_LIB = [
  "lib/mentions",
  "lib/keycard",
  "lib/credentials",
  "lib/debug-log",
  "lib/directory",
  "lib/connection",
  "lib/contract",
  "lib/settings",
  "lib/sites",
];

/**
 * Imports only point down (design, section 1): entrypoints -> components -> lib, and inside lib and components as
 * below. A folder can import itself, the files directly in lib/, and the folders that it lists, each of which is above
 * it.
 */
const MAY_IMPORT: Record<string, string[]> = {
  "lib/mentions": [],
  "lib/keycard": [],
  "lib/settings": ["lib/mentions"],
  "lib/sites": [],
  "lib/credentials": ["lib/keycard"],
  "lib/directory": ["lib/keycard", "lib/mentions", "lib/credentials"],
  "lib/connection": ["lib/keycard", "lib/credentials", "lib/settings", "lib/directory"],
  "lib/contract": [
    "lib/mentions",
    "lib/keycard",
    "lib/credentials",
    "lib/directory",
    "lib/connection",
    "lib/settings",
  ],
  "lib/debug-log": ["lib/keycard", "lib/directory", "lib/contract"],
  "lib/cards": ["lib/mentions", "lib/keycard", "lib/directory", "lib/contract"],
  "lib/inspected": ["lib/directory", "lib/contract"],
  "lib/page": ["lib/mentions", "lib/contract"],
  "lib/worker": [
    "lib/keycard",
    "lib/credentials",
    "lib/directory",
    "lib/connection",
    "lib/contract",
    "lib/cards",
    "lib/inspected",
    "lib/debug-log",
    "lib/mentions",
    "lib/settings",
    "lib/sites",
  ],
  "components/theme": OF_LIB,
  "components/sites": OF_LIB,
  "components/parts": OF_LIB,
  "components/policy": [...OF_LIB, "components/parts"],
  "components/user": [...OF_LIB, "components/parts"],
  "components/answer": [...OF_LIB, "components/parts", "components/user"],
  "components/connection": [...OF_LIB, "components/parts", "components/answer"],
  "components/people": [...OF_LIB, "components/parts", "components/user", "components/answer"],
  "components/card": [...OF_LIB, "components/parts", "components/user", "components/answer"],
  "components/popup": [
    ...OF_LIB,
    "components/sites",
    "components/parts",
    "components/policy",
    "components/user",
    "components/answer",
    "components/connection",
    "components/people",
  ],
  /** It has the popup's search. */
  "components/sidepanel": [
    ...OF_LIB,
    "components/parts",
    "components/policy",
    "components/user",
    "components/answer",
    "components/connection",
    "components/popup",
  ],
  "components/options": [
    ...OF_LIB,
    "components/sites",
    "components/parts",
    "components/policy",
    "components/user",
    "components/answer",
    "components/connection",
  ],
  /** Fakes and samples, only for tests and fixtures. */
  "components/testing": [...OF_LIB, "components/sites", "components/people"],
  entrypoints: [
    "components/theme",
    "components/sites",
    "components/parts",
    "components/user",
    "components/answer",
    "components/connection",
    "components/people",
    "components/card",
    "components/sidepanel",
    "components/popup",
    "components/options",
    "lib/debug-log",
    "lib/contract",
    "lib/page",
    "lib/sites",
    "lib/worker",
  ],
  sandbox: [],
};

/** The folder of a file in MAY_IMPORT; "lib" for the files directly in lib/. */
function homeOf(path: string): string {
  const [top = "", second] = path.split("/");
  const isRoom = (top === "lib" || top === "components") && !second?.includes(".");
  return isRoom ? `${top}/${second}` : top;
}

const isForTests = (path: string) =>
  /\.(?:test|fixtures)\.tsx?$/.test(path) || homeOf(path) === "components/testing";

function importsOf(path: string): string[] {
  const source = readFileSync(path, "utf8");
  return [...source.matchAll(/(?:from|import)\s*\(?"(\.[^"]+)"/g)].map(([, specifier]) =>
    normalize(join(dirname(path), specifier ?? "")),
  );
}

describe.each(Object.entries(MAY_IMPORT))("%s", (folder, allowed) => {
  test("imports only downwards", () => {
    const wrong: string[] = [];
    for (const path of filesBelow(folder, /\.tsx?$/))
      for (const imported of importsOf(path)) {
        const home = homeOf(imported);
        const alone = folder === "lib/mentions" || folder === "sandbox";
        if (home === folder || allowed.includes(home) || (home === "lib" && !alone)) continue;
        if (home === "components/testing" && isForTests(path)) continue;
        wrong.push(`${path} -> ${imported}`);
      }
    expect(wrong).toEqual([]);
  });
});

test("the table itself points one way: no folder lists one that is below it", () => {
  const folders = Object.keys(MAY_IMPORT);
  for (const [folder, allowed] of Object.entries(MAY_IMPORT))
    for (const other of allowed)
      expect
        .soft(folders.indexOf(other), `${folder} -> ${other}`)
        .toBeLessThan(folders.indexOf(folder));
});

test("no file imports itself through others, not even for a type", () => {
  const files = ["lib", "components", "entrypoints"].flatMap((top) => filesBelow(top, /\.tsx?$/));
  const left = new Map(files.map((path) => [path, importsOf(path)]));
  // A file whose imports are all removed isn't in a cycle.
  const isFree = (imported: string) => !left.has(imported);
  let free = [...left].filter(([, imports]) => imports.every(isFree));
  while (free.length > 0) {
    for (const [path] of free) left.delete(path);
    free = [...left].filter(([, imports]) => imports.every(isFree));
  }
  expect([...left.keys()]).toEqual([]);
});

test("tables of cases are only for tests", () => {
  const takers = filesBelow("lib", /\.ts$/).filter((path) =>
    importsOf(path).some((imported) => imported.endsWith(".cases.ts")),
  );
  expect(takers.length).toBeGreaterThan(0);
  for (const path of takers) expect.soft(path).toMatch(/\.test\.ts$/);
});

test("every folder of our own is in the table", () => {
  const homes = new Set(
    ["lib", "components", "entrypoints", "sandbox"].flatMap((top) =>
      filesBelow(top, /\.tsx?$/).map(homeOf),
    ),
  );
  homes.delete("lib");
  // The test that draws every fixture.
  homes.delete("components");
  expect(homes).toEqual(new Set(Object.keys(MAY_IMPORT)));
});

test("nothing is imported under a name other than its path, which these tests wouldn't see", () => {
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

test("lib/mentions imports no package either, except in tests", () => {
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

test("in the background only parts.ts accesses the browser; everything else gets it passed in", () => {
  const reaching = filesBelow("lib/worker", /\.ts$/).filter((path) =>
    /from "(?:wxt|@wxt-dev\/webextension-polyfill)\/browser"|\bchrome\.\w/.test(
      readFileSync(path, "utf8"),
    ),
  );
  expect(reaching).toEqual(["lib/worker/parts.ts"]);
});

/** What a file loads at run time, recursively: types are gone by then. */
function loadedBy(path: string, loaded = new Set<string>()): Set<string> {
  if (loaded.has(path) || !/\.tsx?$/.test(path)) return loaded;
  loaded.add(path);
  const source = readFileSync(path, "utf8");
  for (const [, specifier = ""] of source.matchAll(
    /^(?:import|export) (?!type )[^;"]*"(\.[^"]+)"/gm,
  ))
    loadedBy(normalize(join(dirname(path), specifier)), loaded);
  return loaded;
}

test("the card reads no user field by field: the background has (decision 28)", () => {
  const loaded = loadedBy("entrypoints/card/main.tsx");
  expect(loaded).toContain("components/answer/answer-view.tsx");
  expect([...loaded].filter((path) => path.startsWith("lib/keycard/"))).toEqual([]);
});

test("entrypoints are thin: 60 lines or fewer", () => {
  for (const path of filesBelow("entrypoints", /\.tsx?$/))
    expect.soft(readFileSync(path, "utf8").split("\n").length, path).toBeLessThanOrEqual(61);
});
