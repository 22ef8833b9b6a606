import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filesBelow } from "./files-below.ts";

/** Properties with left or right where the reading direction should decide. */
const PHYSICAL = [
  /(?:margin|padding|border)-(?:left|right)\b/,
  /^\s*(?:left|right)\s*:/,
  /text-align\s*:\s*(?:left|right)/,
  /float\s*:\s*(?:left|right)/,
];

/** `margin: 1px 2px 3px 4px` with different left and right sides. */
function hasUnlikeSides(line: string): boolean {
  const [, values = ""] = /^\s*(?:margin|padding)\s*:\s*([^;]+);/.exec(line) ?? [];
  const [, right, , left] = values.split(/\s+/);
  return left !== undefined && left !== right;
}

const sheets = filesBelow("components", /\.css$/);

test("there are style sheets to check", () => {
  expect(sheets.length).toBeGreaterThan(5);
});

test.each(sheets)("%s works in both reading directions", (path) => {
  const lines = readFileSync(path, "utf8").split("\n");
  const physical = lines.filter(
    (line) => PHYSICAL.some((pattern) => pattern.test(line)) || hasUnlikeSides(line),
  );
  expect(physical).toEqual([]);
});
