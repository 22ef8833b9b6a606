import { expect, it } from "vitest";
import { countdown } from "./countdown.ts";

it.each([
  [1, "0:01"],
  [65, "1:05"],
  [3_600, "1:00:00"],
  [3_725, "1:02:05"],
])("%d s are %s", (seconds, words) => {
  expect(countdown(seconds)).toBe(words);
});
