import { expect, test } from "vitest";
import { type ListUsersParams, type Page, type User, userId, zoneId } from "../keycard/index.ts";
import { type AskParts, list, MATCH_PAGES_MAX, retrieve } from "./asking.ts";
import { fakeZone, NOW, OPEN, person } from "./fake-zone.ts";
import type { AskOptions } from "./traffic/traffic.ts";
import type { Contract } from "./zone-contract.ts";
import type { ZoneKnowledge } from "./zone-memory.ts";

const ORDINARY: AskOptions = { priority: "person", fresh: false, isPrivate: false };

/** A zone whose list has these pages; the last one repeats. */
function setUp(...pages: Partial<Page<User>>[]) {
  const asked: unknown[] = [];
  const signals: unknown[] = [];
  const learned: string[] = [];
  const learnedOfFilters: boolean[] = [];
  const seen: unknown[] = [];
  const parts: AskParts = {
    client: {
      ...fakeZone([person(1)]).client,
      async listUsers(_, params, options) {
        const page = pages[Math.min(asked.length, pages.length - 1)];
        asked.push(params);
        signals.push(options?.signal);
        const none = {
          items: [],
          after: undefined,
          unread: 0,
          before: undefined,
          totalCount: undefined,
        };
        return { ok: true, value: { ...none, ...page } };
      },
    },
    zone: zoneId("zone"),
    traffic: {
      ...OPEN,
      run(call, options) {
        seen.push(options);
        return OPEN.run(call, options);
      },
    },
    memory: {
      learn: async (contract) => void learned.push(contract),
      recall: async () => undefined,
      directory: async () => undefined,
      takesNewFilters: async () => undefined,
      learnNewFilters: async (takes) => void learnedOfFilters.push(takes),
    },
    stepDown: (_, call) => call("today"),
    now: () => NOW,
  };
  return { parts, asked, signals, learned, learnedOfFilters, seen };
}

const PAGES = [
  { items: [person(1)], after: "c1" },
  { items: [person(1), person(2)], after: "c2" },
  { items: [person(3)] },
];

test("reads all pages, and lists users once who are on two of them", async () => {
  const { parts, asked } = setUp(...PAGES);
  expect(await list(parts, () => ({ query: ["person"] }), ORDINARY)).toMatchObject({
    ok: true,
    value: { users: [person(1), person(2), person(3)], contract: "unclear", after: undefined },
  });
  expect(asked).toMatchObject([
    { query: ["person"], limit: 100 },
    { query: ["person"], limit: 100, after: "c1" },
    { query: ["person"], limit: 100, after: "c2" },
  ]);
  expect(asked[0]).not.toHaveProperty("after");
});

test("stops after the given number of pages, and returns the cursor to the rest", async () => {
  const { parts, asked } = setUp(...PAGES);
  expect(await list(parts, () => ({ query: ["person"] }), ORDINARY, 2)).toMatchObject({
    value: { users: [person(1), person(2)], after: "c2" },
  });
  expect(asked).toHaveLength(2);
  const endless = setUp({ items: [person(1)], after: "c" });
  await list(endless.parts, () => ({ query: ["person"] }), ORDINARY);
  expect(endless.asked).toHaveLength(MATCH_PAGES_MAX);
});

test("whoever is missing from a list may be a user that can't be parsed", async () => {
  const { parts, learned } = setUp({ items: [person(1)], unread: 1 });
  expect(await list(parts, () => ({ query: ["person"] }), ORDINARY)).toMatchObject({
    value: { users: [person(1)], contract: "contradicts" },
  });
  expect(learned).toEqual([]);
});

test("continues after a user that can't be parsed, and reports at the end that someone may be missing", async () => {
  const { parts, learned, asked } = setUp(
    { items: [person(1)], totalCount: 3, unread: 1, after: "c1" },
    { items: [person(2)], totalCount: 3 },
  );
  const ask = (pages?: number) => list(parts, () => ({ query: ["person"] }), ORDINARY, pages);
  expect(await ask()).toMatchObject({
    value: { users: [person(1), person(2)], contract: "contradicts", after: undefined },
  });
  expect(learned).toEqual(["filters", "filters"]);
  asked.length = 0;
  expect(await ask(1)).toMatchObject({
    value: { users: [person(1)], contract: "contradicts", after: "c1" },
  });
});

test("doesn't take a list for the directory if it contains a user that can't be parsed", async () => {
  const { parts, learned } = setUp({ items: [person(1)], totalCount: 0, unread: 1 });
  expect(await list(parts, () => ({ query: ["nobody"] }), ORDINARY)).toMatchObject({
    value: { contract: "contradicts" },
  });
  expect(learned).toEqual([]);
});

test("a continued list starts at its cursor", async () => {
  const { parts, asked } = setUp({ items: [person(1)] });
  await list(parts, () => ({ query: ["person"], after: "c7" }), ORDINARY);
  expect(asked).toMatchObject([{ after: "c7" }]);
});

test("reads only one page if the zone ignores its parameters", async () => {
  const { parts, asked } = setUp({ items: [person(1)], totalCount: 0 });
  expect(await list(parts, () => ({ query: ["nobody"] }), ORDINARY)).toMatchObject({
    value: { contract: "ignores", after: undefined },
  });
  expect(asked).toHaveLength(1);
});

test("a list by ID has no page size of its own", async () => {
  const { parts, asked } = setUp({});
  await list(parts, () => ({ ids: [userId("user1")] }), ORDINARY);
  expect(asked).toEqual([{ ids: ["user1"] }]);
});

test.each<[string, Partial<Page<User>>, string, boolean, string[]]>([
  ["that it filters", { items: [person(1)], totalCount: 1 }, "person", false, ["filters"]],
  ["that it doesn't filter", { items: [person(1)], totalCount: 0 }, "nobody", false, ["ignores"]],
  ["nothing, if it contradicts itself", { items: [person(1)], totalCount: 1 }, "nobody", false, []],
  ["nothing, if it is empty", {}, "person", false, []],
  ["nothing, if it may be chance", { items: [person(1)], totalCount: 0 }, "person", false, []],
  ["nothing, in a private window", { items: [person(1)], totalCount: 0 }, "nobody", true, []],
])("a reply shows about its zone: %s", async (_, page, text, isPrivate, expected) => {
  const { parts, learned } = setUp(page);
  await list(parts, () => ({ query: [text] }), { ...ORDINARY, isPrivate });
  expect(learned).toEqual(expected);
});

const AT_LARGE = { items: [person(1), person(2)], totalCount: 2 };
const ofToday = (user: User): User => ({ ...user, rolesCounted: "all" });

test.each<[string, Partial<Page<User>>, ListUsersParams, boolean[], Contract]>([
  [
    "that it knows them, if it has applied one",
    { items: [person(1, { subject: "s1" })], totalCount: 1 },
    { subjects: ["s1"] },
    [true],
    "filters",
  ],
  [
    "that it doesn't, if it has ignored one",
    AT_LARGE,
    { subjects: ["s1"] },
    [false],
    "unknown-filter",
  ],
  [
    "nothing, if it returns others although one of them is as only a new zone reports users",
    { ...AT_LARGE, items: [person(1), ofToday(person(2))] },
    { subjects: ["s1"] },
    [],
    "contradicts",
  ],
  ["nothing, if it is empty", {}, { subjects: ["s1"] }, [], "unclear"],
  ["nothing, without one of them", AT_LARGE, { query: ["person"] }, [], "filters"],
])("a reply shows about the newest filters: %s", async (_, page, params, expected, contract) => {
  const { parts, learnedOfFilters } = setUp(page);
  expect(await list(parts, () => params, ORDINARY)).toMatchObject({ value: { contract } });
  expect(learnedOfFilters).toEqual(expected);
});

test.each<[string, Partial<Page<User>>[], ListUsersParams, Contract]>([
  [
    "fewer users were returned than are counted",
    [{ items: [person(1)], totalCount: 2 }],
    {},
    "contradicts",
  ],
  ["no one was returned, but one is counted", [{ totalCount: 1 }], {}, "contradicts"],
  [
    "one user was returned twice instead of another",
    [
      { items: [person(1)], totalCount: 2, after: "c" },
      { items: [person(1)], totalCount: 2 },
    ],
    {},
    "contradicts",
  ],
  [
    "all pages together have as many users as are counted",
    [
      { items: [person(1)], totalCount: 2, after: "c" },
      { items: [person(2)], totalCount: 2 },
    ],
    {},
    "filters",
  ],
  [
    "the previous pages aren't known",
    [{ items: [person(2)], totalCount: 2 }],
    { after: "c" },
    "filters",
  ],
])("at the end of a list, %s", async (_, pages, params, expected) => {
  const { parts } = setUp(...pages);
  expect(await list(parts, () => ({ query: ["person"], ...params }), ORDINARY)).toMatchObject({
    value: { contract: expected },
  });
});

test("follows an empty page if the list continues", async () => {
  const { parts } = setUp({ after: "c" }, { items: [person(1)] });
  expect(await list(parts, () => ({ query: ["person"] }), ORDINARY)).toMatchObject({
    value: { users: [person(1)], after: undefined },
  });
});

test.each<[string, ZoneKnowledge, Contract]>([
  ["has filtered recently", { contract: "filters", learnedAt: NOW }, "contradicts"],
  [
    "is known to have only these",
    { contract: "whole-directory", learnedAt: NOW, users: [person(1)] },
    "whole-directory",
  ],
  [
    "is known to have others too",
    { contract: "whole-directory", learnedAt: NOW, users: [person(1), person(3)] },
    "ignores",
  ],
  [
    "is known by no users, because none can be cached",
    { contract: "whole-directory", learnedAt: NOW, users: [] },
    "ignores",
  ],
])("judges a reply with other users, from a zone that %s", async (_, knowledge, expected) => {
  const { parts } = setUp({ items: [person(1), person(2)], totalCount: 0 });
  parts.memory.recall = async () => knowledge;
  expect(await list(parts, () => ({ query: ["nobody"] }), ORDINARY)).toMatchObject({
    value: { contract: expected },
  });
});

test("a zone whose whole directory is known may filter by now, even if its reply contains everyone", async () => {
  const { parts } = setUp({ items: [person(1), person(2)], totalCount: 2 });
  parts.memory.recall = async () => ({
    contract: "whole-directory",
    learnedAt: NOW,
    users: [person(1)],
  });
  expect(await list(parts, () => ({ query: ["person"] }), ORDINARY)).toMatchObject({
    value: { contract: "filters" },
  });
});

test("reports a failure on the way", async () => {
  const { parts } = setUp({});
  const error = { why: "network", message: "gone" } as const;
  parts.client.listUsers = async () => ({ ok: false, error });
  expect(await list(parts, () => ({ query: ["person"] }), ORDINARY)).toEqual({ ok: false, error });
});

test("each call knows who waits for it, and is aborted when no one does", async () => {
  const { parts, signals, seen } = setUp({});
  const { signal } = new AbortController();
  const options = { ...ORDINARY, priority: "bulk", signal } as const;
  await list(parts, () => ({ query: ["person"] }), options);
  const { retrieveUser } = parts.client;
  parts.client.retrieveUser = (zone, id, given) => {
    signals.push(given?.signal);
    return retrieveUser(zone, id, given);
  };
  expect(await retrieve(parts, userId("user1"), options)).toEqual({ ok: true, value: person(1) });
  expect(signals).toEqual([signal, signal]);
  expect(seen).toMatchObject([{ priority: "bulk" }, { priority: "bulk" }]);
});
