import { describe, expect, test } from "vitest";
import { cutWords, fits } from "./cut-word.ts";

describe("truncated words", () => {
  test.each([
    ["ada.lovelace@example.co…", [["ada.lovelace@example.co", ""]]],
    ["to ada.lov... now", [["ada.lov", ""]]],
    ["ada.l⋯@example.com,", [["ada.l", "@example.com"]]],
    ["ada.lov[...]@example.com", [["ada.lov", "@example.com"]]],
    ["<…lace@example.com>", [["", "lace@example.com"]]],
    [
      "ada.lov.... ada2…",
      [
        ["ada.lov", ""],
        ["ada2", ""],
      ],
    ],
    ["It is … or not... (see...)", []],
    ["ada", []],
    ["ada…", []],
  ])("in %j: %j", (text, words) => {
    expect([...cutWords(text)].map(({ head, tail }) => [head, tail])).toEqual(words);
  });

  test("are at their visible offsets, including the ellipsis", () => {
    const [word] = cutWords("To ada.l…@example.com, now");
    expect(word).toMatchObject({ start: 3, end: 21 });
  });
});

describe("the rest of a truncated word fits", () => {
  const word = { head: "Ada.L", tail: "@example.com" };

  test.each(["ada.lovelace@example.com", "ADA.L@x@EXAMPLE.COM"])("%s", (value) => {
    expect(fits(word, value)).toBe(true);
  });

  // The last one has nothing left to be truncated.
  test.each(["ada.lovelace@example.org", "grace.l@example.com", "ada.l@example.com"])(
    "not %s",
    (value) => {
      expect(fits(word, value)).toBe(false);
    },
  );
});
