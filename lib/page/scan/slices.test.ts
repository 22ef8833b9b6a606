import { beforeEach, describe, expect, test, vi } from "vitest";
import { inSlices, SLICE_MS } from "./slices.ts";

/** A clock that only work moves, and a browser that is repeatedly idle for a given time. */
let now = 0;
let idleFor = 50;
let slices: number[] = [];

beforeEach(() => {
  now = 0;
  idleFor = 50;
  slices = [];
  vi.stubGlobal("performance", { now: () => now });
  vi.stubGlobal("requestIdleCallback", (callback: (deadline: object) => void) => {
    slices.push(now);
    queueMicrotask(() => callback({ timeRemaining: () => idleFor }));
  });
});

/** Work that consists of several steps, each of which takes some ms. */
function* steps(count: number, ms: number): Generator<void> {
  for (let step = 0; step < count; step++) {
    now += ms;
    yield;
  }
}

/** Duration of each slice, ms. */
const lengths = () => [...slices.slice(1), now].map((end, n) => end - (slices[n] ?? 0));
const { signal } = new AbortController();

describe("work in time slices", () => {
  test(`no slice lasts longer than ${SLICE_MS} ms plus one step`, async () => {
    await inSlices(steps(100, 0.5), signal);
    expect(now).toBe(50);
    expect(Math.max(...lengths())).toBeLessThanOrEqual(SLICE_MS + 0.5);
    expect(slices.length).toBeGreaterThan(10);
  });

  test("no slice lasts longer than the browser is idle", async () => {
    idleFor = 1;
    await inSlices(steps(40, 0.5), signal);
    expect(Math.max(...lengths())).toBeLessThanOrEqual(1.5);
  });

  test("doesn't wait forever for a browser that is never idle", async () => {
    idleFor = 0;
    await inSlices(steps(20, 0.5), signal);
    expect(now).toBe(10);
    expect(Math.max(...lengths())).toBeLessThanOrEqual(SLICE_MS + 0.5);
  });

  test("ends when it is aborted", async () => {
    const controller = new AbortController();
    function* endless(): Generator<void> {
      for (;;) {
        now += 1;
        if (now === 10) controller.abort();
        yield;
      }
    }
    await inSlices(endless(), controller.signal);
    expect(now).toBe(10);
  });
});
