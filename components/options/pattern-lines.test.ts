import { expect, it } from "vitest";
import { SUBJECT_PATTERNS_MAX, TEMPLATE_MAX_CHARS } from "../../lib/limits.ts";
import { errorsAtLines, oversized, patternLines } from "./pattern-lines.ts";

const NOT_CLOSED = "A “{” isn’t closed. Write a class like {hex:24}: its name, a colon, a count.";

it("reads one pattern per line, without surrounding spaces", () => {
  expect(patternLines("\n  auth0|{hex:24} \r\n\n{digit:21}\n")).toEqual([
    { template: "auth0|{hex:24}", line: 2 },
    { template: "{digit:21}", line: 4 },
  ]);
});

it("finds what exceeds the limits", () => {
  const many = patternLines("{digit:21}\n".repeat(SUBJECT_PATTERNS_MAX + 2));
  expect(oversized(many).map(({ line }) => line)).toEqual([21, 22]);
  const long = (length: number) => oversized(patternLines("x".repeat(length)));
  expect(long(TEMPLATE_MAX_CHARS)).toEqual([]);
  expect(long(TEMPLATE_MAX_CHARS + 1)).toMatchObject([{ line: 1 }]);
});

it("keeps an error with its pattern as it moves, until it is corrected", () => {
  const errors = [{ template: "{", error: { why: "not-closed" as const } }];
  expect(errorsAtLines(errors, patternLines("{digit:21}\n{\n{"))).toEqual([
    { template: "{", line: 2, message: NOT_CLOSED },
    { template: "{", line: 3, message: NOT_CLOSED },
  ]);
  expect(errorsAtLines(errors, patternLines("{digit:21}"))).toEqual([]);
});
