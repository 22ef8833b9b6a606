import { expect, test } from "vitest";
import { type Page, type User, zoneId } from "../keycard/index.ts";
import type { AskParts } from "./asking.ts";
import { failLists, fakeZone, NOW, OPEN, person } from "./fake-zone.ts";
import { confirmedWhole, readWhole } from "./read-whole.ts";
import type { AskOptions } from "./traffic/traffic.ts";

const ORDINARY: AskOptions = { priority: "person", fresh: false, isPrivate: false };
const people = (count: number) => Array.from({ length: count }, (_, n) => person(n));

/** A zone whose list has this page, what is requested from it, and what is learned about it. */
function setUp(page: Partial<Page<User>>) {
  const learned: string[] = [];
  const asked: unknown[] = [];
  const parts: AskParts = {
    client: {
      ...fakeZone([]).client,
      async listUsers(_, params) {
        asked.push(params);
        const bare = { items: [], after: undefined, before: undefined, totalCount: 0, unread: 0 };
        return { ok: true, value: { ...bare, ...page } };
      },
    },
    zone: zoneId("zone"),
    traffic: OPEN,
    memory: {
      learn: async (contract) => void learned.push(contract),
      recall: async () => undefined,
      directory: async () => undefined,
      takesNewFilters: async () => undefined,
      learnNewFilters: async () => undefined,
    },
    stepDown: (_, call) => call("today"),
    now: () => NOW,
  };
  return { parts, asked, learned };
}

/** Reads a list with this page, after a reply with this content. @returns the result and what was learned */
async function read(
  page: Partial<Page<User>>,
  suspect: { items: User[]; totalCount?: number },
  options = ORDINARY,
) {
  const { parts, asked, learned } = setUp(page);
  const reply = await readWhole(parts, { totalCount: 0, ...suspect }, options);
  expect(asked).toEqual([{ limit: 100 }]);
  return { reply: reply.ok && reply.value, learned };
}

test("the same people in two replies that both ignore their parameters are everyone, and are cached", async () => {
  const twice = [...people(2), person(1)];
  expect(await read({ items: twice }, { items: [person(1)] })).toEqual({
    reply: { state: "whole", users: people(2) },
    learned: ["whole-directory"],
  });
});

test("caches nothing from a private window", async () => {
  const { learned } = await read(
    { items: people(2) },
    { items: people(1) },
    { ...ORDINARY, isPrivate: true },
  );
  expect(learned).toEqual([]);
});

test("a zone that counts can also return everyone, and isn't taken for one that ignores its parameters", async () => {
  expect(
    await read({ items: people(3), totalCount: 3 }, { items: people(3), totalCount: 3 }),
  ).toEqual({ reply: { state: "whole", users: people(3) }, learned: ["filters"] });
});

test.each<[string, Partial<Page<User>>, string[]]>([
  ["lacks someone from the first reply", { items: [person(1)] }, []],
  ["is empty", {}, []],
  ["counts, while the first didn't", { items: people(2), totalCount: 2 }, ["filters"]],
  ["continues", { items: people(100), totalCount: 250, after: "c" }, ["filters"]],
])("a second reply that %s contradicts the first", async (_, page, expected) => {
  const { reply, learned } = await read(page, { items: [person(0)] });
  expect(reply).toEqual({ state: "not", contract: "contradicts" });
  expect(learned).toEqual(expected);
});

test("without a count, a full page without a next one counts as truncated, and teaches nothing", async () => {
  const { reply, learned } = await read(
    { items: people(100), totalCount: undefined },
    { items: people(1) },
  );
  expect(reply).toEqual({ state: "not", contract: "first-100" });
  expect(learned).toEqual([]);
});

test("a list with someone who can't be parsed isn't cached", async () => {
  const { learned } = await read({ items: people(99), unread: 1 }, { items: people(1) });
  expect(learned).toEqual([]);
});

test("a truncated list is the first 100", async () => {
  const { reply, learned } = await read({ items: people(100) }, { items: people(1) });
  expect(reply).toEqual({ state: "not", contract: "first-100" });
  expect(learned).toEqual(["first-100"]);
});

test("nothing is confirmed by a request that fails", async () => {
  const { parts } = setUp({});
  failLists(parts, { why: "network", message: "gone" });
  const suspect = { items: people(2), totalCount: 0 };
  expect(await confirmedWhole(parts, suspect, ORDINARY)).toBeUndefined();
});
