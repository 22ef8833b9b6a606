import { expect, test } from "vitest";
import { compared } from "../../bench/compared.ts";
import { inMarkdown, type Report, table } from "../../bench/table.ts";

const report = (...rows: (string | number)[][]): Report => [
  "Medians.",
  table(["way", "ms", "times"], rows),
];

test("reports both means and their ratio for each number, rows by name", () => {
  const before = [report(["a", 10, "1x"], ["b", 5, "2x"]), report(["a", 30, "1x"], ["b", 5, "2x"])];
  const now = [report(["a", 8, "1x"], ["c", 1, "3x"], ["b", 5, "2x"]), report(["a", 12, "1x"])];
  expect(compared(before, now)).toEqual([
    "Medians.",
    table(
      ["way", "ms", "times"],
      [
        ["a", "0.5x (20 → 10)", "1x"],
        ["c", "new", "3x"],
        ["b", "= (5 → 5)", "2x"],
      ],
    ),
  ]);
});

test("distinguishes rows with the same name by order", () => {
  const [, told] = compared(
    [report(["a", 2, ""], ["a", 4, ""])],
    [report(["a", 4, ""], ["a", 4, ""])],
  );
  expect(told).toEqual(
    table(
      ["way", "ms", "times"],
      [
        ["a", "2x (2 → 4)", ""],
        ["a", "= (4 → 4)", ""],
      ],
    ),
  );
});

test("reports what couldn't be measured in place of all tables", () => {
  const failed = ["Could not be measured: no browser"];
  expect(compared([failed], [report(["a", 1, ""])])).toEqual(failed);
  expect(compared([report(["a", 1, ""])], [failed])).toEqual(failed);
  expect(inMarkdown(failed)).toBe(failed[0]);
});
