import { expect, test } from "vitest";
import { cover } from "../e2e/gallery/cover.ts";

const shown = (letters: string) => [...letters];

test("chooses what adds most, until nothing is missing", () => {
  expect(cover(["ab", "abc", "cd", "d", "e"], shown)).toEqual(["abc", "cd", "e"]);
});

test("chooses the first on a tie, and none that adds nothing", () => {
  expect(cover(["ab", "ba", "", "b"], shown)).toEqual(["ab"]);
  expect(cover([], shown)).toEqual([]);
});
