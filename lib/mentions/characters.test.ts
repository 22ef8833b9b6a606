import { describe, expect, test } from "vitest";
import { isInvisible, isWholeWord, rawIndex, visible } from "./characters.ts";

const INVISIBLE = [0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff];
const BESIDE = [0x61, 0xac, 0xae, 0x200a, 0x200e, 0x205f, 0x2061, 0xfefe, 0xff00];

describe("invisible characters", () => {
  test.each(INVISIBLE)("%i is one", (code) => {
    const sign = String.fromCharCode(code);
    expect(isInvisible(code)).toBe(true);
    expect(visible(`a${sign}${sign}b`)).toBe("ab");
    expect(visible(`é${sign}`)).toBe("é");
  });

  test.each(BESIDE)("%i is none", (code) => {
    expect(isInvisible(code)).toBe(false);
    expect(visible(String.fromCharCode(code))).toBe(String.fromCharCode(code));
  });

  test("rawIndex finds a visible character among them", () => {
    expect([0, 1, 2].map((nth) => rawIndex("abc", 3, nth))).toEqual([0, 1, 2]);
    expect([0, 1, 2].map((nth) => rawIndex("\u00ada\u200b\u200dbc\ufeff", 3, nth))).toEqual([
      1, 4, 5,
    ]);
  });
});

describe("isWholeWord", () => {
  const whole = (before: string, after: string) =>
    isWholeWord(`${before}word${after}`, before.length, before.length + 4);

  test.each([
    "",
    " ",
    ".",
    "/",
    "\\u0022",
    "%2F",
    "%2f",
    "\\n",
    "\\t",
    "[33m",
    "[1;33m",
    "[m",
    "…",
  ])("between %j and the end", (before) => {
    expect(whole(before, "")).toBe(true);
  });

  test.each([
    "a",
    "é",
    "用",
    "9",
    "٣",
    "_",
    "-",
    "e\u0301",
    "a\u200b",
    "a\u00ad\u200d\u2060",
    "\\x",
    "%g1",
  ])("not behind %j", (before) => {
    expect(whole(before, "")).toBe(false);
  });

  test.each(["a", "é", "用", "9", "_", "-", "\u0301", "\u200ba", "\u00ad\u200d\u2060\ufeff9"])(
    "not in front of %j",
    (after) => {
      expect(whole(" ", after)).toBe(false);
      expect(whole("\\n", after)).toBe(false);
    },
  );

  test("what is far away through invisible characters is no part of it", () => {
    expect(whole(`a${"\u200b".repeat(8)}`, "")).toBe(false);
    expect(whole(`a${"\u200b".repeat(9)}`, "")).toBe(true);
    expect(whole("", `${"\u200b".repeat(8)}a`)).toBe(false);
    expect(whole("", `${"\u200b".repeat(9)}a`)).toBe(true);
  });
});
