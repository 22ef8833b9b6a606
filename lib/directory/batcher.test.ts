import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BATCH_WINDOWS_MAX, BURST_KEYS, BURST_WINDOWS, createBatcher } from "./batcher.ts";
import type { AskOptions } from "./traffic/traffic.ts";

const WINDOW_MS = 20;

/** Messages that arrive at the end of the window are included; then the batch is sent. */
const OVER_MS = WINDOW_MS + 1;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(max = 100) {
  const calls: { keys: string[]; options: AskOptions }[] = [];
  const batcher = createBatcher<string>({
    max,
    windowMs: WINDOW_MS,
    async run(keys, options) {
      calls.push({ keys, options });
      return new Map(keys.map((key) => [key, `answer to ${key}`]));
    },
  });
  const want = (key: string, options: Partial<Parameters<typeof batcher>[0]> = {}) =>
    batcher({
      key,
      priority: "bulk",
      fresh: false,
      isPrivate: false,
      signal: new AbortController().signal,
      ...options,
    });
  return { want, calls, sent: () => calls.map(({ keys }) => keys) };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test("collects keys until none has arrived for a window, and answers each", async () => {
  const { want, sent } = setUp();
  const a = want("a");
  await pass(WINDOW_MS - 5);
  const b = want("b");
  await pass(WINDOW_MS - 5);
  expect(sent()).toEqual([]);
  await pass(6);
  expect(sent()).toEqual([["a", "b"]]);
  expect(await Promise.all([a, b])).toEqual(["answer to a", "answer to b"]);
});

test("includes keys that were waiting when the window ended", async () => {
  const { want, sent } = setUp();
  void want("a");
  // The worker was stalled: the timer fires first, and the messages arrive right after it.
  setTimeout(() => void want("b"), WINDOW_MS);
  await pass(OVER_MS);
  expect(sent()).toEqual([]);
  await pass(OVER_MS);
  expect(sent()).toEqual([["a", "b"]]);
});

test("sends a batch after the maximum number of windows, even if more keys keep arriving", async () => {
  const { want, sent } = setUp(1_000);
  const latest = BATCH_WINDOWS_MAX * WINDOW_MS;
  for (let ms = 0; ms < latest; ms += 10) {
    void want(`key${ms}`);
    expect(sent()).toEqual([]);
    await pass(10);
  }
  expect(sent()).toHaveLength(1);
});

test("waits longer for the next key of a burst, even after a full batch, but not for a single key after it", async () => {
  const { want, sent } = setUp(BURST_KEYS);
  // The worker has been running for a while.
  await pass(60_000);
  const all = Array.from({ length: BURST_KEYS + 2 }, (_, n) => `key${n}`);
  for (const key of all.slice(0, -1)) void want(key);
  await pass(0);
  expect(sent()).toEqual([all.slice(0, BURST_KEYS)]);
  await pass((BURST_WINDOWS - 1) * WINDOW_MS);
  void want(all.at(-1) ?? "");
  await pass(BURST_WINDOWS * WINDOW_MS - 2);
  expect(sent()).toHaveLength(1);
  await pass(3);
  expect(sent()[1]).toEqual(all.slice(BURST_KEYS));
  await pass(BURST_WINDOWS * WINDOW_MS);
  void want("single");
  await pass(OVER_MS);
  expect(sent()[2]).toEqual(["single"]);
});

test("sends a full batch at once, and starts another with the next key", async () => {
  const { want, sent } = setUp(2);
  void want("a");
  void want("b");
  void want("c");
  await pass(0);
  expect(sent()).toEqual([["a", "b"]]);
  await pass(OVER_MS);
  expect(sent()).toEqual([["a", "b"], ["c"]]);
  await pass(OVER_MS);
  expect(sent()).toHaveLength(2);
});

test("a timer that fires slightly early makes no one wait for another one", async () => {
  const { want, sent } = setUp();
  void want("a");
  await pass(1);
  void want("b");
  await pass(OVER_MS - 1);
  expect(sent()).toEqual([["a", "b"]]);
});

test("if a batch can't be requested, all of it gets the error, and the next batch is requested anyway", async () => {
  const run = vi.fn().mockRejectedValueOnce(new Error("failed"));
  const batcher = createBatcher<string>({ max: 2, windowMs: WINDOW_MS, run });
  const { signal } = new AbortController();
  const want = (key: string) =>
    batcher({ key, priority: "bulk", fresh: false, isPrivate: false, signal });
  const both = Promise.allSettled([want("a"), want("b")]);
  expect((await both).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  run.mockResolvedValueOnce(new Map([["c", "answer to c"]]));
  const next = want("c");
  await pass(OVER_MS);
  expect(await next).toBe("answer to c");
});

test("a key that two callers want is in the call once", async () => {
  const { want, sent } = setUp();
  const both = [want("a"), want("a")];
  await pass(OVER_MS);
  expect(sent()).toEqual([["a"]]);
  expect(await Promise.all(both)).toEqual(["answer to a", "answer to a"]);
});

test.each([
  ["a person waits for one", { priority: "person" }, { priority: "person" }, {}],
  ["all are part of a list", {}, { priority: "bulk" }, {}],
  ["one bypasses the cache", { fresh: true }, { fresh: true }, {}],
  ["none does", {}, { fresh: false }, {}],
  ["one is from an ordinary window", { isPrivate: true }, { isPrivate: false }, {}],
  ["all are from private windows", { isPrivate: true }, { isPrivate: true }, { isPrivate: true }],
] as const)("options of a batch if %s", async (_, one, expected, others) => {
  const { want, calls } = setUp();
  void want("a", others);
  void want("b", one);
  void want("c", others);
  await pass(OVER_MS);
  expect(calls).toMatchObject([{ options: expected }]);
});

test("ignores a caller that has left, with its options", async () => {
  const { want, calls, sent } = setUp();
  const left = want("a", { signal: AbortSignal.abort(), priority: "person", fresh: true });
  void want("b");
  await pass(OVER_MS);
  expect(sent()).toEqual([["b"]]);
  expect(calls).toMatchObject([{ options: { priority: "bulk", fresh: false } }]);
  expect(await left).toBeUndefined();
});

test("requests nothing if all callers have left", async () => {
  const { want, sent } = setUp();
  const leaving = new AbortController();
  const both = [want("a", { signal: leaving.signal }), want("b", { signal: leaving.signal })];
  leaving.abort();
  await pass(OVER_MS);
  expect(await Promise.all(both)).toEqual([undefined, undefined]);
  expect(sent()).toEqual([]);
});

test("aborts the call once the last caller has left", async () => {
  const { want, calls } = setUp();
  const [one, two] = [new AbortController(), new AbortController()];
  void want("a", { signal: one.signal });
  void want("b", { signal: two.signal });
  await pass(OVER_MS);
  one.abort();
  expect(calls[0]?.options.signal?.aborted).toBe(false);
  two.abort();
  expect(calls[0]?.options.signal?.aborted).toBe(true);
});
