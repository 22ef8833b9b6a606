import { expect, test } from "vitest";
import { howManyFit } from "./how-many-fit.ts";

const in100 = { more: 20, gap: 5, room: 100, lines: 2 };
const fitOf = (widths: number[], count = widths.length) => howManyFit(widths, { ...in100, count });

test("all, if they fill the lines to the px", () => {
  expect(fitOf([45, 50, 100])).toBe(3);
});

test("there is no third line: the label for the rest replaces some items", () => {
  expect(fitOf([60, 60, 60])).toBe(2);
  expect(fitOf([45, 50, 90, 10])).toBe(2);
});

test("the label for the rest goes after the last item, or at the start of the next line", () => {
  expect(fitOf([45, 50, 75, 40])).toBe(3);
  expect(fitOf([45, 50, 76, 40])).toBe(2);
});

test("there can be more items than were measured", () => {
  expect(fitOf([20, 20], 10)).toBe(2);
  expect(fitOf([100, 90], 10)).toBe(1);
});

test("at least one, however wide", () => {
  expect(fitOf([100, 100, 100])).toBe(1);
});

test("nothing is left out if there is no layout", () => {
  expect(howManyFit([0, 0], { ...in100, count: 2, room: 0 })).toBe(2);
});
