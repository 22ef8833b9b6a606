import { expect, test } from "vitest";
import { parseSubjectPattern } from "../../lib/mentions/index.ts";
import { patternErrorText } from "./pattern-error-text.ts";

test.each([
  ["{hex:24", /^A “\{” isn’t closed.*\{hex:24\}/],
  ["hex:24}", /^A “\}” has no “\{” before it.*\{hex:24\}/],
  ["auth0 {hex:24}", /^" " can’t be in an ID/],
  ["{word:24}", /^\{word:24\}: there’s no such class. Use one of digit, hex, lower/],
  ["{hex:0}", /^\{hex:0\}: the count must be a number from 1 to 128/],
  ["{digit:7}", /\(7\).*at least 8/],
  ["{lower:15}", /\(15\).*at least 16/],
  ["{hex:128}{hex:1}", /more than 128 characters/],
  ["a".repeat(1_000), /too long. Use at most 512 characters/],
])("for %j, says what to write instead", (template, told) => {
  const read = parseSubjectPattern(template);
  expect("error" in read && patternErrorText(read.error)).toMatch(told);
});
