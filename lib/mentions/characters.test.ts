import { describe, expect, test } from "vitest";
import { isWholeWord } from "./characters.ts";

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
  ])("is true between %j and the end", (before) => {
    expect(whole(before, "")).toBe(true);
  });

  test.each(["a", "é", "用", "9", "٣", "_", "-", "e\u0301", "\\x", "%g1"])(
    "is false after %j",
    (before) => {
      expect(whole(before, "")).toBe(false);
    },
  );

  test.each(["a", "é", "用", "9", "_", "-", "\u0301"])("is false before %j", (after) => {
    expect(whole(" ", after)).toBe(false);
    expect(whole("\\n", after)).toBe(false);
  });
});
