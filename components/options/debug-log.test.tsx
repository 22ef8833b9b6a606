// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { DebugLogReading } from "../../lib/contract/debug-log.ts";
import { button, clear, click, hasButton, page, show } from "../testing/test-page.ts";
import { DebugLog, type DebugLogProps } from "./debug-log.tsx";

afterEach(clear);

const shown = () => page.querySelector("pre")?.textContent;

function fakeLog(reading: DebugLogReading = { state: "off" }): DebugLogProps["background"] {
  let held = reading;
  const empty: DebugLogReading = { state: "on", entries: [], dropped: 0, inPrivate: 0 };
  return {
    debugLog: async () => held,
    async turnDebugLog({ on }) {
      held = on ? empty : { state: "off" };
    },
    async clearDebugLog() {
      held = empty;
    },
  };
}

const filled: DebugLogReading = {
  state: "on",
  entries: [[1_500, { event: "request", what: "users", status: 429, ms: 80 }]],
  dropped: 2,
  inPrivate: 1,
};

it("is off until it's turned on, and off again", async () => {
  await show(<DebugLog background={fakeLog()} version="1.2.3" />);
  expect(hasButton("Copy log")).toBe(false);
  await click(button("Turn on log"));
  expect(page.textContent).toContain("The log is on.");
  expect(hasButton("Copy log")).toBe(true);
  await click(button("Turn off log"));
  expect(page.textContent).toContain("The log is off.");
  expect(hasButton("Clear")).toBe(false);
});

it("copies a log that was on already, and shows what was copied until it's cleared", async () => {
  const copy = vi.fn(async () => true);
  await show(<DebugLog background={fakeLog(filled)} version="1.2.3" copy={copy} />);
  await click(button("Copy log"));
  expect(shown()).toMatchInlineSnapshot(`
    "Keycard Lookup debug log
    Version: 1.2.3
    Events: 1, and 2 older ones that are gone
    In private windows: 1, not listed

        1.500 s  request  what=users  status=429  ms=80
    "
  `);
  expect(copy).toHaveBeenCalledWith(shown());
  expect(page.textContent).toContain("Copied");
  await click(button("Clear"));
  expect(shown()).toBeUndefined();
  expect(page.textContent).toContain("The log is empty.");
});

it("says that the browser refused to copy, or that the background didn't answer", async () => {
  await show(<DebugLog background={fakeLog(filled)} version="1" copy={async () => false} />);
  await click(button("Copy log"));
  expect(page.textContent).toContain("Couldn’t copy");
  await clear();
  const background = { ...fakeLog(), turnDebugLog: () => Promise.reject(new Error("stopped")) };
  await show(<DebugLog background={background} version="1" />);
  await click(button("Turn on log"));
  expect(page.textContent).toContain("The extension didn’t respond. Try again.");
});
