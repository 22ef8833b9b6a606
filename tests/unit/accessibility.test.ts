import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { all, rows } from "./markdown.ts";

const PAGE = "docs/accessibility.md";

const parts = ["Perceivable", "Operable", "Understandable", "Robust"];
const criteria = parts.flatMap((part) => rows(PAGE, part));
const further = rows(PAGE, "Beyond WCAG").map(([what = "", shown = ""]) => [what, "", shown]);

/** The titles in a test file, with `…` for what is known only at run time. */
function titlesIn(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const titles = [
    ...all(/\b(?:test|it)(?:\.each\(\w+\))?\(\s*"((?:[^"\\]|\\.)+)"/g, source),
    ...all(/\b(?:test|it)\(\s*`([^`]+)`/g, source),
  ];
  return titles.map((title) => title.replace(/\$\{[^}]*\}|%[sd]/g, "…"));
}

describe.each([...criteria, ...further])("%s", (_criterion, _how, shown = "") => {
  test.skipIf(shown === "no test")(shown, () => {
    const [, file = "", title = ""] = /^`([^`]+)`: (.+)$/.exec(shown) ?? [];
    expect(existsSync(file), `${shown} names no file`).toBe(true);
    expect(titlesIn(file)).toContain(title);
  });
});

test("every criterion of levels A and AA has a row, or is said not to apply", () => {
  const numbers = new Set(all(/\b([1-4]\.\d\.\d+)\b/g, readFileSync(PAGE, "utf8")));
  const inAll = { 1.3: 5, 1.4: 5, 2.1: 2, 2.2: 2, 2.4: 7, 3.1: 2, 3.2: 4, 3.3: 4 };
  for (const [guideline, count] of Object.entries(inAll))
    for (let place = 1; place <= count; place++)
      expect.soft([...numbers], `${guideline}.${place}`).toContain(`${guideline}.${place}`);
  expect(criteria.length).toBeGreaterThan(35);
});
