import { expect, test } from "vitest";
import { isWithin } from "./moments.ts";

test.each([
  ["at this moment", 1_000, true],
  ["less than the given time ago", 941, true],
  ["exactly the given time ago", 940, false],
  ["in the future, on a clock that was set back since", 1_001, false],
  ["far in the future", 1_000 + 21_600_000, false],
  ["never", Number.NEGATIVE_INFINITY, false],
  ["not a time", Number.NaN, false],
])("%s", (_, moment, isNew) => {
  expect(isWithin(moment, 60, 1_000)).toBe(isNew);
});
