import { expect, test } from "vitest";
import { howManyFit } from "./how-many-fit.ts";

const in100 = { more: 20, gap: 5, room: 100, lines: 2 };
const fitOf = (widths: number[], count = widths.length) => howManyFit(widths, { ...in100, count });

test("all, where they fill the lines to the px", () => {
  expect(fitOf([45, 50, 100])).toBe(3);
});

test("a third line is none: the word for the others takes the place of some", () => {
  expect(fitOf([60, 60, 60])).toBe(2);
  expect(fitOf([45, 50, 90, 10])).toBe(2);
});

test("the word for the others finds its place behind the last one, or at the next line's start", () => {
  expect(fitOf([45, 50, 75, 40])).toBe(3);
  expect(fitOf([45, 50, 76, 40])).toBe(2);
});

test("there may be more than have been measured", () => {
  expect(fitOf([20, 20], 10)).toBe(2);
  expect(fitOf([100, 90], 10)).toBe(1);
});

test("one at least, however wide", () => {
  expect(fitOf([100, 100, 100])).toBe(1);
});

test("nothing is left out of what is not laid out", () => {
  expect(howManyFit([0, 0], { ...in100, count: 2, room: 0 })).toBe(2);
});
