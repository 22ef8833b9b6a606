// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MARKS_REDRAWN_PER_S, watchCalm } from "./calm.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A document that reports the given number of elements. */
function watched(elements: number) {
  vi.spyOn(document, "getElementsByTagName").mockReturnValue({
    length: elements,
  } as HTMLCollectionOf<Element>);
  const said: boolean[] = [];
  const end = new AbortController();
  const pace = watchCalm(() => said.push(pace.calm), end.signal);
  return {
    said,
    end,
    change(times: number, everyMs: number) {
      for (let n = 0; n < times; n++) {
        pace.changed();
        vi.advanceTimersByTime(everyMs);
      }
    },
  };
}

describe("how often a page changes", () => {
  test("a page is restless while the browser would have to visit too many elements", () => {
    const { said, change } = watched(MARKS_REDRAWN_PER_S / 10);
    change(10, 50);
    expect(said).toEqual([]);
    change(1, 50);
    expect(said).toEqual([false]);
    change(40, 50);
    expect(said).toEqual([false]);
    vi.advanceTimersByTime(2_000);
    expect(said).toEqual([false, true]);
  });

  test("a page that changes now and then, or many times in one frame, is calm", () => {
    const { said, change } = watched(MARKS_REDRAWN_PER_S * 10);
    change(10, 1_500);
    change(100, 0);
    vi.advanceTimersByTime(5_000);
    expect(said).toEqual([]);
  });

  test("a small page is calm at sixty changes a second", () => {
    const { said, change } = watched(MARKS_REDRAWN_PER_S / 70);
    change(300, 17);
    expect(said).toEqual([]);
  });

  test("reports nothing after the end", () => {
    const { said, change, end } = watched(MARKS_REDRAWN_PER_S);
    change(4, 20);
    expect(said).toEqual([false]);
    end.abort();
    vi.advanceTimersByTime(5_000);
    expect(said).toEqual([false]);
  });
});
