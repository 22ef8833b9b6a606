import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ada } from "../testing/sample-users.ts";
import { cellsOf, type ShownColumn, shownColumns } from "./columns.ts";

const names = (columns: readonly ShownColumn[]) => columns.map(({ name }) => name);

describe("the columns that are shown", () => {
  it.each([
    ["no one was looked up in a list", false, false, ["person"]],
    ["no one was looked up on a page", false, true, ["person", "times"]],
    ["people of a list were", true, false, ["person", "status", "verification", "roles", "signIn"]],
  ])("if %s", (_, isLookedUp, isOnPage, expected) => {
    expect(names(shownColumns(isLookedUp, isOnPage))).toEqual(expected);
  });
});

describe("the cells of a line", () => {
  const columns = shownColumns(true, true);
  const spans = (cells: ReturnType<typeof cellsOf<ShownColumn>>) =>
    cells.map(({ column, span }) => `${column.name} ${span}`);

  it("has one cell for each column if there is a user", () => {
    expect(spans(cellsOf(columns, { user: ada }))).toEqual(columns.map(({ name }) => `${name} 1`));
  });

  it("spans the user columns if there is no user", () => {
    expect(spans(cellsOf(columns, { user: undefined }))).toEqual([
      "person 1",
      "status 4",
      "times 1",
    ]);
  });

  it("spans all columns, however many there are", () => {
    const more = [...columns, ...columns.filter(({ of }) => of === "user")];
    for (const user of [ada, undefined]) {
      const cells = cellsOf(more, { user });
      expect(cells.reduce((sum, { span }) => sum + span, 0)).toBe(more.length);
    }
  });

  it("has the same spans in the grid as in the table", () => {
    const css = readFileSync("components/people/people.css", "utf8");
    for (let span = 2; span < columns.length; span++)
      expect
        .soft(css)
        .toMatch(new RegExp(`\\[colspan="${span}"\\] \\{\\s+grid-column: span ${span};`));
  });
});
