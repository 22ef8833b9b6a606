import fc from "fast-check";
import { expect, test } from "vitest";
import { mayJoinToId } from "../../mentions/index.ts";
import { createTextBoundary } from "./text-boundary.ts";

/** The reference behavior: the last word of what came before, and the first of what follows. */
function joins(texts: readonly string[]): boolean[] {
  let read = "";
  return texts.map((text) => {
    if (text === "") return false;
    const ends = /[\p{Cc}\s<>()",;]/u;
    const isSeam = read === "" || ends.test(text.charAt(0)) || ends.test(read.slice(-1));
    const [before = ""] = /\S*$/.exec(read.slice(-320)) ?? [];
    const [after = ""] = /^\S*/.exec(text.slice(0, 320)) ?? [];
    read = isSeam ? text : read + text;
    return !isSeam && (/@/.test(before + after) || mayJoinToId(before, after));
  });
}

const pieces = [
  ..."aZ9@-. ",
  "\n",
  "(",
  "é",
  "\u200b",
  "\u00a0",
  "\u2003",
  "\u1680",
  "\u00ad",
  "📧",
  "a2b3c4d5e6f7g8h9i0j1k2l3m4",
  "a2b3c4d5e6f7g",
  "word ",
  " ada@",
  "x".repeat(200),
];

test("two texts can be joined exactly where the words on both sides of the boundary could be one mention", () => {
  const seen = new Set<boolean>();
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((some) => some.join(""));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
      const boundary = createTextBoundary(false);
      const expected = joins(texts);
      for (const each of expected) seen.add(each);
      expect(texts.map((each) => boundary.pass(each))).toEqual(expected);
    }),
    { numRuns: 5_000 },
  );
  expect(seen.size).toBe(2);
});
