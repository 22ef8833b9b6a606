import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { section } from "./markdown.ts";

const PAGE = "docs/threat-model.md";

const rows = section(PAGE, "## Attackers, assets, defenses")
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .slice(2)
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test("the threat model has rows, each with an attacker, an asset, a defense and a test", () => {
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    expect(row, row.join(" | ")).toHaveLength(4);
    for (const cell of row) expect(cell, row.join(" | ")).not.toBe("");
  }
});

test.each(rows)("%s: %s", (_attacker, _asset, _defense, named) => {
  const [, file = "", title = ""] = /^`([^`]+)`: (.+)$/.exec(named ?? "") ?? [];
  expect(existsSync(file), `${named} names no file`).toBe(true);
  const titles = [...readFileSync(file, "utf8").matchAll(/\b(?:test|it)\(\s*"((?:[^"\\]|\\.)+)"/g)];
  expect(titles.map(([, found]) => found)).toContain(title);
});
