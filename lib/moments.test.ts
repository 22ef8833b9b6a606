import { expect, test } from "vitest";
import { isWithin } from "./moments.ts";

test.each([
  ["this very moment", 1_000, true],
  ["less than so long ago", 941, true],
  ["just so long ago", 940, false],
  ["in the future, by a clock that was put back since", 1_001, false],
  ["far in the future", 1_000 + 21_600_000, false],
  ["never", Number.NEGATIVE_INFINITY, false],
  ["no moment", Number.NaN, false],
])("%s", (_, moment, isNew) => {
  expect(isWithin(moment, 60, 1_000)).toBe(isNew);
});
