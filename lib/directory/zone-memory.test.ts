import { expect, test } from "vitest";
import type { Page, User } from "../keycard/index.ts";
import { CACHE_FRESH_MS } from "../limits.ts";
import { memoryArea } from "../memory-area.ts";
import type { StorageArea } from "../storage.ts";
import { person } from "./fake-zone.ts";
import { CONTRACT_MEMORY_MS, createZoneMemory, ZONE_MEMORY_MAX_CHARS } from "./zone-memory.ts";

const NOW = 1_000;
const pageOf = (...items: User[]): Page<User> => ({
  items,
  after: undefined,
  unread: 0,
  before: undefined,
  totalCount: 0,
});

function setUp({ area = memoryArea() as StorageArea, keepMs = CONTRACT_MEMORY_MS } = {}) {
  const clock = { now: NOW };
  const life = new AbortController();
  /** The memory of a worker that has just started. */
  const open = (scope = "scope") =>
    createZoneMemory({ area, scope, keepMs, now: () => clock.now, life: life.signal });
  return { open, clock, life };
}

test.each(["whole-directory", "ignores", "first-100"] as const)(
  "%s: every worker of this key and zone knows the users, each once",
  async (contract) => {
    const { open } = setUp();
    await open().learn(contract, pageOf(person(1), person(2), person(1)));
    const users = [person(1), person(2)];
    expect(await open().directory()).toEqual({ contract, learnedAt: NOW, users });
    expect(await open("other").recall()).toBeUndefined();
  },
);

test("remembers of a zone that filters only that it does, and no users", async () => {
  const { open } = setUp();
  await open().learn("filters", pageOf(person(1)));
  expect(await open().recall()).toEqual({ contract: "filters", learnedAt: NOW });
  expect(await open().directory()).toBeUndefined();
});

test.each([
  ["5 minutes", CACHE_FRESH_MS, CONTRACT_MEMORY_MS],
  ["the time that an organization allows, if that is shorter", 60_000, 60_000],
])("answers from the users for %s", async (_, ms, keepMs) => {
  const { open, clock } = setUp({ keepMs });
  await open().learn("whole-directory", pageOf(person(1)));
  clock.now += ms - 1;
  expect(await open().directory()).toMatchObject({ users: [person(1)] });
  clock.now += 1;
  expect(await open().directory()).toBeUndefined();
  expect(await open().recall()).toMatchObject({ contract: "whole-directory" });
});

test("remembers what a zone does for 10 minutes", async () => {
  const { open, clock } = setUp();
  await open().learn("first-100", pageOf(person(1)));
  clock.now += CONTRACT_MEMORY_MS - 1;
  expect(await open().recall()).toMatchObject({ contract: "first-100" });
  clock.now += 1;
  expect(await open().recall()).toBeUndefined();
});

test("remembers only what the zone does if no one can be cached", async () => {
  const area = memoryArea();
  const { open } = setUp({ area, keepMs: 0 });
  const memory = open();
  await memory.learn("first-100", pageOf(person(1)));
  expect(await memory.recall()).toEqual({ contract: "first-100", learnedAt: NOW, users: [] });
  expect(await memory.directory()).toBeUndefined();
  expect(JSON.stringify(area.all())).not.toContain("user1");
});

test("doesn't store what arrives after the key was removed", async () => {
  const area = memoryArea();
  const { open, life } = setUp({ area });
  life.abort();
  await open().learn("whole-directory", pageOf(person(1)));
  await open().learnNewFilters(true);
  expect(area.all()).toEqual({});
});

test("only this worker knows users that are larger than any real ones; failing storage loses no more", async () => {
  const area = memoryArea();
  const sized = (chars: number) => person(1, { subject: "x".repeat(chars) });
  const knowledge = { contract: "whole-directory", learnedAt: NOW, users: [sized(0)] };
  const room = ZONE_MEMORY_MAX_CHARS - JSON.stringify(knowledge).length;
  const memory = setUp({ area }).open();
  await memory.learn("whole-directory", pageOf(sized(room + 1)));
  expect(await memory.directory()).toMatchObject({ users: [sized(room + 1)] });
  expect(area.all()).toEqual({});
  await memory.learn("whole-directory", pageOf(sized(room)));
  expect(Object.keys(area.all())).toHaveLength(1);

  const full = { ...memoryArea(), set: () => Promise.reject(new Error("quota")) };
  const other = setUp({ area: full }).open();
  await other.learn("whole-directory", pageOf(person(1)));
  expect(await other.directory()).toMatchObject({ users: [person(1)] });
});

test("forgets what was learned before the clock was set back", async () => {
  const { open, clock } = setUp();
  await open().learn("whole-directory", pageOf(person(1)));
  clock.now -= 1;
  expect(await open().recall()).toBeUndefined();
  expect(await open().directory()).toBeUndefined();
});
