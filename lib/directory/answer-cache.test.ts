import { expect, test, vi } from "vitest";
import { userId } from "../keycard/ids.ts";
import { CACHE_STALE_MS } from "../limits.ts";
import { memoryArea } from "../memory-area.ts";
import type { Query } from "../query.ts";
import type { StorageArea } from "../storage.ts";
import type { Answer } from "./answer.ts";
import { CACHE_MAX_CHARS, createAnswerCache } from "./answer-cache.ts";

const query = { kind: "email", value: "ada@example.com" } as const;
const absent = { state: "absent", asOf: 1_000 } as const;

test("doesn't keep an answer that is being written when the key is removed", async () => {
  const memory = memoryArea();
  const life = new AbortController();
  // The storage is cleared before the write arrives.
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

test("doesn't keep an answer that arrives after that either", async () => {
  const area = memoryArea();
  const set = vi.spyOn(area, "set");
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
  expect(set).not.toHaveBeenCalled();
  expect(await area.get(null)).toEqual({});
});

test("an organization can shorten how long answers are kept, or turn caching off", async () => {
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

/** An answer about someone with a record of the given size in characters. */
const about = (id: string, chars: number, asOf = 1_000): Answer => ({
  state: "found",
  users: [{ id: userId(id), ...{ note: "x".repeat(chars) } }],
  asOf,
});

test("doesn't keep a record that is larger than any real one, and removes the previous entry", async () => {
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

test("evicts large records before they fill the storage", async () => {
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

test("doesn't keep a failure", async () => {
  const area = memoryArea();
  await open(area).put(query, { state: "failed", failure: { why: "network" } });
  expect(area.all()).toEqual({});
});

test("someone who was found is cached for every spelling, an absence only for those that were asked", async () => {
  const cache = open(memoryArea());
  const other: Query = { kind: "email", value: "Ada@Example.com" };
  await cache.put(query, about("u1", 10));
  expect(await cache.get(other)).toMatchObject({ state: "found" });
  await cache.put(query, absent);
  expect(await cache.get(query)).toEqual(absent);
  expect(await cache.get(other)).toBeUndefined();
});

test("a newer answer replaces the previous one in storage, which is never without one", async () => {
  const area = memoryArea();
  const remove = vi.spyOn(area, "remove");
  const cache = open(area);
  await cache.put(query, about("u1", 10));
  await cache.put(query, about("u1", 20));
  expect(remove).not.toHaveBeenCalled();
});

test("evicts the oldest answers first in a new worker too", async () => {
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

test("neither uses nor evicts what is stored under another key", async () => {
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

test("doesn't keep an older answer in storage than in memory when storage is full", async () => {
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

test("treats answers from before the clock was set back as old, for everyone", async () => {
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

test("a worker that wakes for one person reads one entry, and all of them once something is put", async () => {
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
  // From then on, all of them are in memory.
  for (const person of people) expect(await after.get(person)).toBeDefined();
  expect(await after.get({ kind: "id", value: "u3" })).toEqual(absent);
  expect(read).toHaveLength(2);
});

test("returns at once what was put while the others are being read", async () => {
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

test("the first person of a list waits for the rest of it, however long reading takes", async () => {
  vi.useFakeTimers();
  const area = memoryArea();
  let readAll = () => {};
  const all = new Promise<void>((resolve) => {
    readAll = resolve;
  });
  const cache = open({
    ...area,
    get: async (key) => {
      if (key === null) await all;
      return area.get(key);
    },
  });
  const answered: string[] = [];
  const get = (value: string) =>
    void cache.get({ kind: "id", value }).then(() => answered.push(value));
  get("u1");
  await vi.advanceTimersByTimeAsync(5);
  get("u2");
  get("u3");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(answered).toEqual([]);
  readAll();
  await vi.advanceTimersByTimeAsync(0);
  expect(new Set(answered)).toEqual(new Set(["u1", "u2", "u3"]));
  get("u4");
  await vi.advanceTimersByTimeAsync(0);
  expect(answered).toContain("u4");
  vi.useRealTimers();
});

test("someone looked up alone waits for the others to be read for a moment only", async () => {
  vi.useFakeTimers();
  const area = memoryArea();
  const cache = open({
    ...area,
    get: (key) => (key === null ? new Promise(() => {}) : area.get(key)),
  });
  const answered = vi.fn();
  void cache.get(query).then(answered);
  await vi.advanceTimersByTimeAsync(100);
  expect(answered).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

test("someone looked up alone waits for a moment only even after a list couldn't be read", async () => {
  vi.useFakeTimers();
  const area = memoryArea();
  const read = vi.spyOn(area, "get");
  const cache = open(area);
  read.mockRejectedValueOnce(new Error("closed"));
  const list = ["u1", "u2"].map((value) => cache.get({ kind: "id", value }));
  expect((await Promise.allSettled(list)).map(({ status }) => status)).toEqual([
    "rejected",
    "rejected",
  ]);
  read.mockImplementation(async (key) => (key === null ? new Promise(() => {}) : {}));
  const answered = vi.fn();
  void cache.get(query).then(answered);
  await vi.advanceTimersByTimeAsync(100);
  expect(answered).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

test("reads all entries at once for a list, not one after another", async () => {
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

test("after a failed read, the next one still reads one entry, not all", async () => {
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

test("tries again to read all of them after that has failed", async () => {
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
