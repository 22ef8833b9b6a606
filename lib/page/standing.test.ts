import { afterEach, expect, test, vi } from "vitest";
import { mention } from "./card/fake-mention.ts";
import type { Found } from "./found.ts";
import { standing } from "./standing.ts";

const patterns = [{ template: "00u{alnum:17}" }] as never;
const part = { settings: () => ({ showMs: 0, patterns }) };

const at = (value: string, x: number, isThere = true): Found => ({
  ...mention(value, x),
  isThere: () => isThere,
});

afterEach(() => vi.unstubAllGlobals());

test("a word whose nodes are still there is not looked for", () => {
  const look = vi.fn();
  vi.stubGlobal("keycardLookupLook", look);
  const found = at("ada@example.com", 0);
  expect(standing(found, part)).toBe(found);
  expect(look).not.toHaveBeenCalled();
});

test("one that was drawn anew is looked for in its middle, by the settings' patterns", () => {
  const now = at("ada@example.com", 3);
  const look = vi.fn(() => now);
  vi.stubGlobal("keycardLookupLook", look);
  expect(standing(at("ada@example.com", 0, false), part)).toBe(now);
  expect(look).toHaveBeenCalledExactlyOnceWith(25, 5, patterns);
});

test.each([
  ["somebody else stands there", at("grace@example.com", 0)],
  ["it has moved by more than a line", at("ada@example.com", 11)],
  ["nobody stands there", undefined],
])("it is gone when %s", (_, now) => {
  vi.stubGlobal("keycardLookupLook", () => now);
  expect(standing(at("ada@example.com", 0, false), part)).toBeUndefined();
});

test("it is gone where the part that looks is not there", () => {
  vi.stubGlobal("keycardLookupLook", undefined);
  expect(standing(at("ada@example.com", 0, false), { settings: () => undefined })).toBeUndefined();
});
