import { expect, test } from "vitest";
import { person } from "./fake-zone.ts";
import { type Contract, judge } from "./zone-contract.ts";

const everybody = () => true;
const nobody = () => false;
const onlyFirst = ({ id }: { id: string }) => id === "user0";

test.each<[string, number, number | undefined, typeof onlyFirst, Contract]>([
  ["all were asked for", 2, undefined, everybody, "filters"],
  ["all were asked for, and were counted", 100, 250, everybody, "filters"],
  ["all were asked for, and the zone does not count", 2, 0, everybody, "unclear"],
  ["nobody is there", 0, 0, nobody, "filters"],
  [
    "one was not asked for, and there is room for more",
    99,
    undefined,
    onlyFirst,
    "whole-directory",
  ],
  ["one was not asked for, and the page is full", 100, 0, onlyFirst, "first-100"],
])("%s", (_, count, totalCount, isLetThrough, expected) => {
  const items = Array.from({ length: count }, (_item, n) => person(n));
  expect(
    judge({ items, after: undefined, unread: 0, before: undefined, totalCount }, isLetThrough),
  ).toBe(expected);
});
