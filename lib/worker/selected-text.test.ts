import { afterEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "./fake-browser.ts";
import { type FrameGlobals, frameOf } from "./fake-frames.ts";
import { SELECTION_MAX_CHARS, SELECTION_WAIT_MS, selectedText } from "./selected-text.ts";

afterEach(() => void vi.useRealTimers());

const TAB = 7;
const ORIGIN = "https://tickets.example";

class Field {}

/** A frame with this selection. @param active its focused element */
const selecting = (text: string, active: unknown = null): FrameGlobals => ({
  ...frameOf(ORIGIN),
  document: { activeElement: active },
  HTMLInputElement: Field,
  HTMLTextAreaElement: Field,
  getSelection: () => ({ toString: () => text }),
});

function front(
  frames: Record<number, FrameGlobals>,
  more: { readable?: boolean; hangs?: boolean } = {},
) {
  const fake = fakeBrowser();
  fake.tab(TAB, `${ORIGIN}/1`, { active: true, frames, ...more });
  return fake;
}

test("is one short line, without surrounding whitespace", async () => {
  const { browser, settings, done } = front({ 0: selecting(" Ada Lovelace\n") });
  expect(await selectedText(browser, settings, TAB)).toBe("Ada Lovelace");
  expect(done).toEqual([`run ${TAB}:all`]);
});

test.each([
  ["nothing", ""],
  ["one letter", "a"],
  ["more than a name", "a".repeat(SELECTION_MAX_CHARS + 1)],
  ["several lines", "Ada\nGrace"],
])("is not %s", async (_, text) => {
  const { browser, settings } = front({ 0: selecting(text) });
  expect(await selectedText(browser, settings, TAB)).toBeUndefined();
});

test("is never text in a field, which may be a secret", async () => {
  const { browser, settings } = front({ 0: selecting("hunter2", new Field()) });
  expect(await selectedText(browser, settings, TAB)).toBeUndefined();
});

test("is that of a frame if the page itself has none", async () => {
  const { browser, settings } = front({ 0: selecting(""), 3: selecting("ada") });
  expect(await selectedText(browser, settings, TAB)).toBe("ada");
});

test("isn't read if the organization has turned the site off", async () => {
  const { browser, settings } = front({ 0: selecting("ada") });
  const { current } = settings;
  settings.current = async () => ({ ...(await current()), sitesOff: [`${ORIGIN}/*`] });
  expect(await selectedText(browser, settings, TAB)).toBeUndefined();
});

test("is none if the browser doesn't allow scripts", async () => {
  const { browser, settings } = front({ 0: selecting("ada") }, { readable: false });
  expect(await selectedText(browser, settings, TAB)).toBeUndefined();
});

test("is none if the page hangs, without waiting for it", async () => {
  vi.useFakeTimers();
  const { browser, settings } = front({ 0: selecting("ada") }, { hangs: true });
  const selected = selectedText(browser, settings, TAB);
  await vi.advanceTimersByTimeAsync(SELECTION_WAIT_MS);
  expect(await selected).toBeUndefined();
});
