import { expect, test } from "vitest";
import type { Page, User } from "../keycard/index.ts";
import { person } from "./fake-zone.ts";
import { type Contract, containsAll, judge, seemsWhole } from "./zone-contract.ts";

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
  ["and they are counted", page(2, counted(2)), "filters"],
  ["and there is a next page", page(2, { after: "c" }), "filters"],
  ["and there is a previous page", page(2, { before: "c" }), "filters"],
  ["and there is no count", page(2, counted(undefined)), "unclear"],
  ["and the count is 0", page(99), "unclear"],
  ["and the count of a full page is 0", page(100), "first-100"],
  ["and a full page has no count and no next page", page(100, counted(undefined)), "cut"],
  ["and there are none", page(0), "unclear"],
  ["and there are none, though the zone counts some", page(0, counted(2)), "unclear"],
  ["and one can't be parsed", page(2, { ...counted(3), unread: 1 }), "filters"],
  [
    "and the count is 0 for a page that is full if users that can't be parsed are included",
    page(99, { unread: 1 }),
    "first-100",
  ],
])("all were asked for, %s", (_, given, expected) => {
  expect(judge(given, everybody, false)).toBe(expected);
});

test.each<[string, Page<User>, Contract]>([
  ["and there is room for more", page(99), "ignores"],
  ["and the page is full", page(100), "first-100"],
  [
    "and the page is full if users that can't be parsed are included",
    page(99, { unread: 1 }),
    "first-100",
  ],
  ["but the zone counts", page(2, counted(1)), "contradicts"],
  ["but the zone doesn't say that it counts 0", page(2, counted(undefined)), "contradicts"],
  ["but there is a next page", page(2, { after: "c" }), "contradicts"],
  ["but there is a previous page", page(100, { before: "c" }), "contradicts"],
])("one wasn't asked for, %s", (_, given, expected) => {
  expect(judge(given, onlyFirst, false)).toBe(expected);
});

test("a full page that isn't counted is no contradiction in a zone that was seen to filter", () => {
  expect(judge(page(100, counted(undefined)), everybody, true)).toBe("unclear");
});

test.each([
  ["someone who wasn't asked for", page(2), onlyFirst],
  ["a full page that counts 0", page(100), everybody],
])("a zone that was seen to filter contradicts itself by %s", (_, given, mayReturn) => {
  expect(judge(given, mayReturn, true)).toBe("contradicts");
});

test.each<[string, Page<User>, boolean]>([
  ["counts 0, as if parameters were ignored", page(3), true],
  ["counts exactly its users", page(3, counted(3)), true],
  ["counts more than it contains", page(3, counted(4)), false],
  ["counts fewer than it contains", page(3, counted(2)), false],
  ["has no count", page(3, counted(undefined)), false],
  ["has a next page", page(3, { after: "c" }), false],
  ["has a previous page", page(3, { before: "c" }), false],
  ["is as long as a page can be", page(100), false],
  ["is empty", page(0), false],
  ["contains a user that can't be parsed", page(3, { unread: 1 }), false],
])("an unfiltered list that %s: complete? %s", (_, given, expected) => {
  expect(seemsWhole(given)).toBe(expected);
});

test("a reply with the same users in another order lacks no one", () => {
  expect(containsAll(people(3), [person(2), person(0)])).toBe(true);
  expect(containsAll(people(3), people(4))).toBe(false);
});
