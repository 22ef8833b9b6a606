import { expect, test } from "vitest";
import { createShared } from "./shared.ts";

/** Shared work that ends when the test says so. */
function setUp() {
  const shared = createShared<string>("left");
  const begun: { signal: AbortSignal; end: (value: string) => void; fail: () => void }[] = [];
  const want = (key: string, signal?: AbortSignal) =>
    shared(
      key,
      (ends) =>
        new Promise((resolve, reject) =>
          begun.push({ signal: ends, end: resolve, fail: () => reject(new Error("failed")) }),
        ),
      signal,
    );
  return { want, begun };
}

test("starts once for concurrent callers, and again after it is done", async () => {
  const { want, begun } = setUp();
  const both = [want("a"), want("a"), want("b")];
  expect(begun).toHaveLength(2);
  begun[0]?.end("A");
  begun[1]?.end("B");
  expect(await Promise.all(both)).toEqual(["A", "A", "B"]);
  void want("a");
  expect(begun).toHaveLength(3);
});

test("fails for all who wait, and starts again after that", async () => {
  const { want, begun } = setUp();
  const both = Promise.allSettled([want("a"), want("a")]);
  begun[0]?.fail();
  expect((await both).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  void want("a");
  expect(begun).toHaveLength(2);
});

test("is aborted when the last caller leaves, and starts again for the next", async () => {
  const { want, begun } = setUp();
  const [one, two] = [new AbortController(), new AbortController()];
  const waits = [want("a", one.signal), want("a", two.signal)];
  one.abort();
  expect(await waits[0]).toBe("left");
  expect(begun[0]?.signal.aborted).toBe(false);
  two.abort();
  expect(await waits[1]).toBe("left");
  expect(begun[0]?.signal.aborted).toBe(true);
  const anew = want("a");
  expect(begun).toHaveLength(2);
  // The end of the aborted work doesn't affect work that has started since.
  begun[0]?.end("late");
  await Promise.resolve();
  const joined = want("a");
  expect(begun).toHaveLength(2);
  begun[1]?.end("A");
  expect(await Promise.all([anew, joined])).toEqual(["A", "A"]);
});

test("a caller that has already left starts nothing; one that leaves after the end aborts nothing", async () => {
  const { want, begun } = setUp();
  expect(await want("a", AbortSignal.abort())).toBe("left");
  expect(begun).toEqual([]);
  const late = new AbortController();
  const wait = want("a", late.signal);
  begun[0]?.end("A");
  expect(await wait).toBe("A");
  late.abort();
  expect(begun[0]?.signal.aborted).toBe(false);
});
