import { describe, expect, test } from "vitest";
import { findMentions } from "./index.ts";
import { hasInvisible, visible, withoutInvisible } from "./invisible.ts";
import { inSource } from "./rewritten.ts";

const INVISIBLE = [
  0xad, 0x34f, 0x17b4, 0x180b, 0x180e, 0x180f, 0x200b, 0x200c, 0x200d, 0x2060, 0x2063, 0x2064,
  0x206a, 0x206f, 0xfe00, 0xfe0f, 0xfeff, 0xe0001, 0xe0061, 0xe007f, 0xe0100, 0xe01ef,
];
// Neighboring code points, bidirectional controls, and fillers, which leave a gap.
const BESIDE = [
  0x61, 0xac, 0xae, 0x34e, 0x350, 0x115f, 0x180a, 0x1810, 0x200a, 0x200e, 0x200f, 0x202a, 0x202e,
  0x205f, 0x2066, 0x2069, 0x2070, 0x3164, 0xfdff, 0xfe10, 0xfefe, 0xff00, 0x1f600,
];

describe("invisible characters", () => {
  test.each(INVISIBLE)("%i is one", (code) => {
    const sign = String.fromCodePoint(code);
    expect(hasInvisible(`a${sign}`)).toBe(true);
    expect(visible(`a${sign}${sign}b`)).toBe("ab");
    expect(findMentions(`a${sign}da@exam${sign}ple.com`)).toMatchObject([
      { value: "ada@example.com", start: 0 },
    ]);
  });

  test.each(BESIDE)("%i isn't", (code) => {
    const sign = String.fromCodePoint(code);
    expect(hasInvisible(sign)).toBe(false);
    expect(visible(sign)).toBe(sign);
  });

  test("returns the offsets of what is left", () => {
    const seen = withoutInvisible("\u00ada\u200b\u200dbc\ufeff");
    expect(seen).toEqual({ text: "abc", starts: [1, 4, 5], ends: [2, 5, 6] });
    expect(inSource(seen, { kind: "id", value: "ab", start: 0, end: 2 }, 10)).toEqual({
      kind: "id",
      value: "ab",
      start: 11,
      end: 15,
    });
  });

  test("what is far away through invisible characters isn't part of it", () => {
    const [few, many] = [4, 5].map((n) => "\u200b".repeat(n));
    const ID = "ab3def8hij2klm9opq5rst7uvw";
    for (const text of [`a${few}${ID}`, `${ID}${few}a`]) expect(findMentions(text)).toEqual([]);
    for (const text of [`a${many}${ID}`, `${ID}${many}a`])
      expect(findMentions(text)).toMatchObject([{ value: ID }]);
  });
});
