import { afterEach, expect, test, vi } from "vitest";
import { mention } from "./card/fake-mention.ts";
import { currentMention } from "./current-mention.ts";
import type { Found } from "./found.ts";

const patterns = [{ template: "00u{alnum:17}" }] as never;
const part = { settings: () => ({ showMs: 0, patterns }) };

const at = (value: string, x: number, isThere = true): Found => ({
  ...mention(value, x),
  isThere: () => isThere,
});

afterEach(() => vi.unstubAllGlobals());

test("returns a word whose nodes are still there without searching", () => {
  const look = vi.fn();
  vi.stubGlobal("keycardLookupLook", look);
  const found = at("ada@example.com", 0);
  expect(currentMention(found, part)).toBe(found);
  expect(look).not.toHaveBeenCalled();
});

test("searches for a redrawn word at its center, with the patterns of the settings", () => {
  const now = at("ada@example.com", 3);
  const look = vi.fn(() => now);
  vi.stubGlobal("keycardLookupLook", look);
  expect(currentMention(at("ada@example.com", 0, false), part)).toBe(now);
  expect(look).toHaveBeenCalledExactlyOnceWith(25, 5, patterns);
});

test.each([
  ["someone else is there", at("grace@example.com", 0)],
  ["it has moved by more than a line", at("ada@example.com", 11)],
  ["no one is there", undefined],
])("is gone when %s", (_, now) => {
  vi.stubGlobal("keycardLookupLook", () => now);
  expect(currentMention(at("ada@example.com", 0, false), part)).toBeUndefined();
});

test("is gone if the part that looks isn't loaded", () => {
  vi.stubGlobal("keycardLookupLook", undefined);
  expect(
    currentMention(at("ada@example.com", 0, false), { settings: () => undefined }),
  ).toBeUndefined();
});
