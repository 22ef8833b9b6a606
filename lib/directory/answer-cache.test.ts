import { expect, test } from "vitest";
import { userId } from "../keycard/ids.ts";
import { CACHE_STALE_MS } from "../limits.ts";
import { memoryArea } from "../memory-area.ts";
import type { Query } from "../query.ts";
import type { StorageArea } from "../storage.ts";
import type { Answer } from "./answer.ts";
import { CACHE_MAX_CHARS, createAnswerCache } from "./answer-cache.ts";

const query = { kind: "email", value: "ada@example.com" } as const;
const absent = { state: "absent", asOf: 1_000 } as const;

test("an answer that is being written when the key is forgotten is not kept", async () => {
  const memory = memoryArea();
  const life = new AbortController();
  // The storage is cleared, and only then the write arrives.
  const slow: StorageArea = {
    ...memory,
    async set(items) {
      life.abort();
      await memory.set(items);
    },
  };
  const cache = createAnswerCache({
    area: slow,
    scope: "scope",
    keepMs: 60_000,
    now: () => 1_000,
    life: life.signal,
  });
  await cache.put(query, absent as never);
  expect(await memory.get(null)).toEqual({});
});

test("one that comes later is not kept either", async () => {
  const area = memoryArea();
  const life = new AbortController();
  const cache = createAnswerCache({
    area,
    scope: "scope",
    keepMs: 60_000,
    now: () => 1_000,
    life: life.signal,
  });
  const written = cache.put(query, absent as never);
  life.abort();
  await written;
  expect(await area.get(null)).toEqual({});
});

test("an organization may have answers kept for a shorter time, or not at all", async () => {
  const area = memoryArea();
  const clock = { now: 1_000 };
  const open = (keepMs: number) =>
    createAnswerCache({
      area,
      scope: "scope",
      keepMs,
      now: () => clock.now,
      life: new AbortController().signal,
    });
  const none = open(0);
  await none.put(query, absent as never);
  expect(await none.get(query)).toBeUndefined();
  expect(area.all()).toEqual({});
  const short = open(10_000);
  await short.put(query, absent as never);
  clock.now += 9_999;
  expect(await short.get(query)).toEqual(absent);
  clock.now += 1;
  expect(await short.get(query)).toBeUndefined();
});

/** An answer about somebody with a record of so many characters. */
const about = (id: string, chars: number, asOf = 1_000): Answer => ({
  state: "found",
  users: [{ id: userId(id), ...{ note: "x".repeat(chars) } }],
  asOf,
});

test("a record as large as no honest one is not kept, and what was kept of it before goes", async () => {
  const area = memoryArea();
  const { signal } = new AbortController();
  const cache = createAnswerCache({
    area,
    scope: "scope",
    keepMs: CACHE_STALE_MS,
    now: () => 1_000,
    life: signal,
  });
  await cache.put(query, about("u1", 10));
  expect(await cache.get(query)).toMatchObject({ state: "found" });
  await cache.put(query, about("u1", 1_000_000));
  expect(await cache.get(query)).toBeUndefined();
  expect(area.all()).toEqual({});
});

test("large records push each other out before they fill the storage", async () => {
  const area = memoryArea();
  const { signal } = new AbortController();
  const cache = createAnswerCache({
    area,
    scope: "scope",
    keepMs: CACHE_STALE_MS,
    now: () => 1_000,
    life: signal,
  });
  for (let n = 0; n < 50; n++)
    await cache.put({ kind: "id", value: `u${n}` }, about(`u${n}`, 190_000));
  expect(JSON.stringify(area.all()).length).toBeLessThanOrEqual(CACHE_MAX_CHARS * 1.01);
  expect(await cache.get({ kind: "id", value: "u49" })).toMatchObject({ state: "found" });
  expect(await cache.get({ kind: "id", value: "u0" })).toBeUndefined();
});

const open = (area: StorageArea, scope = "scope") =>
  createAnswerCache({
    area,
    scope,
    keepMs: CACHE_STALE_MS,
    now: () => 1_000,
    life: new AbortController().signal,
  });

test("a failure is not kept", async () => {
  const area = memoryArea();
  await open(area).put(query, { state: "failed", failure: { why: "network" } });
  expect(area.all()).toEqual({});
});

test("in a new worker too the oldest answers make room first", async () => {
  const area = memoryArea();
  const before = open(area);
  const asOf = [5, 1, 9, 2, 8, 3, 7, 4, 6, 10];
  for (const [n, time] of asOf.entries())
    await before.put({ kind: "id", value: `u${n}` }, about(`u${n}`, 190_000, time));
  const after = open(area);
  await after.put(query, about("u10", 190_000));
  const kept = await Promise.all(
    asOf.map(async (time, n) => [time, await after.get({ kind: "id", value: `u${n}` })] as const),
  );
  expect(kept.filter(([, answer]) => !answer).map(([time]) => time)).toEqual([1]);
});

test("what is kept under another key is not answered from, and makes no room", async () => {
  const area = memoryArea();
  const other = open(area, "other");
  for (let n = 0; n < 10; n++)
    await other.put({ kind: "id", value: `u${n}` }, about(`u${n}`, 190_000));
  await area.set({ token: "x".repeat(190_000) });
  const before = area.all();
  const cache = open(area);
  expect(await cache.get({ kind: "id", value: "u0" })).toBeUndefined();
  await cache.put(query, absent);
  expect(area.all()).toMatchObject(before);
});

test("when storage takes nothing more, it does not go on to hold an older answer than memory", async () => {
  const memory = memoryArea();
  let full = false;
  const area: StorageArea = {
    ...memory,
    set: (items) => (full ? Promise.reject(new Error("quota")) : memory.set(items)),
  };
  const { signal } = new AbortController();
  const cache = createAnswerCache({
    area,
    scope: "scope",
    keepMs: CACHE_STALE_MS,
    now: () => 1_000,
    life: signal,
  });
  await cache.put(query, about("u1", 1));
  full = true;
  await cache.put(query, about("u2", 1));
  expect(await cache.get(query)).toMatchObject({ users: [{ id: "u2" }] });
  expect(memory.all()).toEqual({});
});

test("what was kept before the clock was put back is old, whoever is asked for", async () => {
  const area = memoryArea();
  const clock = { now: 6 * 3_600_000 };
  const keeping = { area, scope: "scope", keepMs: CACHE_STALE_MS, now: () => clock.now };
  const open = () => createAnswerCache({ ...keeping, life: new AbortController().signal });
  const others: Query = { kind: "id", value: "other" };
  const cache = open();
  await cache.put(query, about("ada", 10, clock.now));
  await cache.put(others, { state: "absent", asOf: clock.now });
  expect(await cache.get(query)).toMatchObject({ state: "found" });
  clock.now = 0;
  for (const kept of [cache, open()]) {
    expect(await kept.get(query)).toBeUndefined();
    expect(await kept.get(others)).toBeUndefined();
  }
});

test("a worker that has woken for one person reads their entry, and all of them once something is to be kept", async () => {
  const area = memoryArea();
  const people = Array.from({ length: 20 }, (_, n): Query => ({ kind: "id", value: `u${n}` }));
  const before = open(area);
  for (const person of people) await before.put(person, about(person.value, 10));
  const read: (string | null)[] = [];
  const counted: StorageArea = {
    ...area,
    get: (key) => {
      read.push(key);
      return area.get(key);
    },
  };
  const after = open(counted);
  expect(await after.get({ kind: "id", value: "u7" })).toMatchObject({ users: [{ id: "u7" }] });
  expect(read).toEqual([expect.stringMatching(/^answer\.scope\./)]);
  await Promise.all([after.put(query, absent), after.put({ kind: "id", value: "u3" }, absent)]);
  expect(read.slice(1)).toEqual([null]);
  // From then on memory has them all.
  for (const person of people) expect(await after.get(person)).toBeDefined();
  expect(await after.get({ kind: "id", value: "u3" })).toEqual(absent);
  expect(read).toHaveLength(2);
});

test("what is kept while the others are read is answered from at once", async () => {
  const area = memoryArea();
  await open(area).put(query, about("u1", 10));
  let readAll = () => {};
  const all = new Promise<void>((resolve) => {
    readAll = resolve;
  });
  const slow: StorageArea = {
    ...area,
    get: async (key) => {
      if (key === null) await all;
      return area.get(key);
    },
  };
  const cache = open(slow);
  const put = cache.put(query, about("u2", 10));
  expect(await cache.get(query)).toMatchObject({ users: [{ id: "u2" }] });
  const tooLarge = cache.put({ kind: "id", value: "u1" }, about("u1", 1_000_000));
  expect(await cache.get({ kind: "id", value: "u1" })).toBeUndefined();
  readAll();
  await Promise.all([put, tooLarge]);
  expect(await cache.get(query)).toMatchObject({ users: [{ id: "u2" }] });
});

test("a list reads all of them at once, and not one after another", async () => {
  const area = memoryArea();
  const before = open(area);
  const people = Array.from({ length: 20 }, (_, n): Query => ({ kind: "id", value: `u${n}` }));
  for (const person of people) await before.put(person, about(person.value, 10));
  const read: (string | null)[] = [];
  const after = open({
    ...area,
    get: (key) => {
      read.push(key);
      return area.get(key);
    },
  });
  const kept = await Promise.all(people.map((person) => after.get(person)));
  expect(kept).not.toContain(undefined);
  expect(read).toEqual([null]);
});

test("a read that fails leaves the next one as it would have been: one entry, and not all", async () => {
  const memory = memoryArea();
  await memory.set({ "answers.scope.x": absent });
  const read: (string | null)[] = [];
  let fails = true;
  const area: StorageArea = {
    ...memory,
    get(key) {
      read.push(key as string | null);
      return fails ? Promise.reject(new Error("closed")) : memory.get(key);
    },
  };
  const { signal } = new AbortController();
  const keeping = { area, scope: "scope", keepMs: CACHE_STALE_MS, now: () => 1_000 };
  const cache = createAnswerCache({ ...keeping, life: signal });
  await expect(cache.get(query)).rejects.toThrow("closed");
  fails = false;
  await cache.get({ kind: "id", value: "u1" });
  expect(read[1]).toContain("u1");
});

test("where all could not be read once, they are the next time", async () => {
  const memory = memoryArea();
  let fails = true;
  const area: StorageArea = {
    ...memory,
    get: (key) => (fails ? Promise.reject(new Error("closed")) : memory.get(key)),
  };
  const { signal } = new AbortController();
  const keeping = { area, scope: "scope", keepMs: CACHE_STALE_MS, now: () => 1_000 };
  const cache = createAnswerCache({ ...keeping, life: signal });
  await expect(cache.put(query, about("u1", 1))).rejects.toThrow("closed");
  fails = false;
  expect(await cache.get(query)).toBeUndefined();
  await cache.put(query, about("u1", 1));
  expect(await cache.get(query)).toMatchObject({ users: [{ id: "u1" }] });
});
