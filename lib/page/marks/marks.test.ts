// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { startMarks } from "./marks.ts";

/** Minimal versions of what happy-dom 21 lacks. */
class FakeHighlight extends Set<{ startContainer: Text; startOffset: number; endOffset: number }> {}
const highlights = new Map<string, FakeHighlight>();
let observing = 0;

class FakeObserver {
  observe() {
    observing++;
  }
  disconnect() {
    observing = 0;
  }
}

let hidden = false;
let idle: (() => void)[] = [];

/** Runs all requested idle callbacks, and those that they request. */
async function rest(): Promise<number> {
  let ran = 0;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    const callbacks = idle;
    idle = [];
    if (callbacks.length === 0) return ran;
    for (const callback of callbacks) callback();
    ran += callbacks.length;
  }
}

const marked = () =>
  [...(highlights.get("keycard-lookup") ?? [])].map(({ startContainer, startOffset, endOffset }) =>
    startContainer.data.slice(startOffset, endOffset),
  );

function hide(now: boolean): void {
  hidden = now;
  document.dispatchEvent(new Event("visibilitychange"));
}

beforeEach(() => {
  highlights.clear();
  observing = 0;
  hidden = false;
  idle = [];
  vi.stubGlobal("chrome", {});
  vi.stubGlobal("Highlight", FakeHighlight);
  vi.stubGlobal("CSS", { highlights });
  vi.stubGlobal("MutationObserver", FakeObserver);
  vi.stubGlobal(
    "StaticRange",
    class {
      constructor(range: object) {
        Object.assign(this, range);
      }
    },
  );
  vi.stubGlobal("requestIdleCallback", (callback: (deadline: object) => void) =>
    idle.push(() => callback({ timeRemaining: () => 50 })),
  );
  Object.defineProperty(document, "hidden", { get: () => hidden, configurable: true });
  document.body.innerHTML = "<p>ada@example.com</p>";
});

describe("underlines", () => {
  test("a hidden tab watches and reads nothing; what changed is read when it becomes visible", async () => {
    const end = new AbortController();
    const state = startMarks({ showMs: 250, patterns: [] }, end.signal);
    await rest();
    expect(marked()).toEqual(["ada@example.com"]);
    expect(observing).toBeGreaterThan(0);

    hide(true);
    expect(observing).toBe(0);
    document.body.innerHTML = "<p>grace@example.com</p><p>linus@example.com</p>";
    expect(await rest()).toBe(0);

    hide(false);
    expect(observing).toBeGreaterThan(0);
    await rest();
    expect(marked()).toEqual(["grace@example.com", "linus@example.com"]);
    expect(state()).toEqual({ count: 2, lines: "all" });
    end.abort();
  });

  test("a tab that is hidden from the start reads nothing until it becomes visible", async () => {
    hidden = true;
    const end = new AbortController();
    startMarks({ showMs: 250, patterns: [] }, end.signal);
    expect(await rest()).toBe(0);
    expect(observing).toBe(0);
    hide(false);
    await rest();
    expect(marked()).toEqual(["ada@example.com"]);
    end.abort();
  });

  test("nothing is left at the end, and nothing starts again", async () => {
    const end = new AbortController();
    startMarks({ showMs: 250, patterns: [] }, end.signal);
    await rest();
    end.abort();
    expect(highlights.size).toBe(0);
    expect(observing).toBe(0);
    hide(true);
    hide(false);
    expect(await rest()).toBe(0);
    expect(observing).toBe(0);
  });
});
