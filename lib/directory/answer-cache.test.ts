import { expect, test } from "vitest";
import { memoryArea } from "../memory-area.ts";
import type { StorageArea } from "../storage.ts";
import { createAnswerCache } from "./answer-cache.ts";

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
