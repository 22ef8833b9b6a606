import { expect, test } from "vitest";
import * as z from "zod/mini";
import { lengthWithin } from "./length-within.ts";

const text = z.string().check(lengthWithin(1, 3));
const list = z.array(z.number()).check(lengthWithin(1, 3));

test.each([
  ["a", true],
  ["abc", true],
  ["", false],
  ["abcd", false],
  [{ length: 2 }, false],
  [{ length: { toString: 0, valueOf: 0 } }, false],
  [null, false],
])("a text of 1 to 3 characters: %j is %j", (value, taken) => {
  expect(text.safeParse(value).success).toBe(taken);
});

test.each([
  [[1], true],
  [[1, 2, 3], true],
  [[], false],
  [[1, 2, 3, 4], false],
  [{ length: { toString: 0, valueOf: 0 } }, false],
])("a list of 1 to 3 entries: %j is %j", (value, taken) => {
  expect(list.safeParse(value).success).toBe(taken);
});
