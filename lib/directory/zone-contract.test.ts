import { expect, test } from "vitest";
import type { Page, User } from "../keycard/index.ts";
import { person } from "./fake-zone.ts";
import { type Contract, judge, lacksNobody, seemsWhole } from "./zone-contract.ts";

const people = (count: number) => Array.from({ length: count }, (_, n) => person(n));
const page = (count: number, fields: Partial<Page<User>> = {}): Page<User> => ({
  items: people(count),
  after: undefined,
  before: undefined,
  totalCount: 0,
  unread: 0,
  ...fields,
});

const everybody = () => true;
const onlyFirst = ({ id }: { id: string }) => id === "user0";
const counted = (totalCount: number | undefined) => ({ totalCount });

test.each<[string, Page<User>, Contract]>([
  ["and were counted", page(2, counted(2)), "filters"],
  ["and go on", page(2, { after: "c" }), "filters"],
  ["and went before", page(2, { before: "c" }), "filters"],
  ["and nobody counts", page(2, counted(undefined)), "unclear"],
  ["and the count is 0", page(99), "unclear"],
  ["and the count is 0 beside a full page", page(100), "first-100"],
  [
    "and nobody counts a full page, behind which nothing goes on",
    page(100, counted(undefined)),
    "cut",
  ],
  ["and nobody is there", page(0), "unclear"],
  ["and one cannot be read", page(2, { ...counted(3), unread: 1 }), "filters"],
  [
    "and the count is 0 beside a page that is full of what cannot be read too",
    page(99, { unread: 1 }),
    "first-100",
  ],
])("all were asked for, %s", (_, given, expected) => {
  expect(judge(given, everybody, false)).toBe(expected);
});

test.each<[string, Page<User>, Contract]>([
  ["and there is room for more", page(99), "ignores"],
  ["and the page is full", page(100), "first-100"],
  ["and the page is full of what cannot be read too", page(99, { unread: 1 }), "first-100"],
  ["but the zone counts", page(2, counted(1)), "contradicts"],
  ["but the zone does not say that it counts 0", page(2, counted(undefined)), "contradicts"],
  ["but the list goes on", page(2, { after: "c" }), "contradicts"],
  ["but the list went before", page(100, { before: "c" }), "contradicts"],
])("one was not asked for, %s", (_, given, expected) => {
  expect(judge(given, onlyFirst, false)).toBe(expected);
});

test.each([
  ["somebody who was not asked for", page(2), onlyFirst],
  ["a full page that nobody counts", page(100), everybody],
])("a zone that was seen to filter contradicts itself by %s", (_, given, mayBring) => {
  expect(judge(given, mayBring, true)).toBe("contradicts");
});

test.each<[string, Page<User>, boolean]>([
  ["counts 0, as where parameters are ignored", page(3), true],
  ["counts whom it shows", page(3, counted(3)), true],
  ["counts more than it shows", page(3, counted(4)), false],
  ["counts fewer than it shows", page(3, counted(2)), false],
  ["does not count", page(3, counted(undefined)), false],
  ["goes on", page(3, { after: "c" }), false],
  ["has something before it", page(3, { before: "c" }), false],
  ["is as long as a page may be", page(100), false],
  ["is empty", page(0), false],
  ["holds one that cannot be read", page(3, { unread: 1 }), false],
])("an unfiltered list that %s: whole? %s", (_, given, expected) => {
  expect(seemsWhole(given)).toBe(expected);
});

test("a reply lacks nobody whom it shows again, in whichever order", () => {
  expect(lacksNobody(people(3), [person(2), person(0)])).toBe(true);
  expect(lacksNobody(people(3), people(4))).toBe(false);
});
