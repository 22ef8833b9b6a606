import { expect, test } from "vitest";
import { findMentions, mayJoinToId } from "./index.ts";

const ID = "ab3def8hij2klm9opq5rst7uvw";

test("wherever an ID is split in two, the pieces may be one", () => {
  expect(findMentions(ID)).toMatchObject([{ kind: "id" }]);
  for (let at = 0; at <= ID.length; at++)
    expect.soft(mayJoinToId(`(${ID.slice(0, at)}`, `${ID.slice(at)}.`), String(at)).toBe(true);
});

test.each([
  ["one letter too few", ID.slice(1, 9), ID.slice(9)],
  ["another character left of the boundary", `${ID.slice(0, 9)}-`, ID.slice(9)],
  ["another character right of the boundary", ID.slice(0, 9), `-${ID.slice(9)}`],
  ["a capital letter", `${ID.slice(0, 8)}I`, ID.slice(9)],
  ["nothing", "", ""],
])("%s: they can't be", (_, before, after) => {
  expect(mayJoinToId(before, after)).toBe(false);
});

test("invisible characters don't end a piece", () => {
  expect(mayJoinToId(`${ID.slice(0, 9)}\u200b`, `\u00ad${ID.slice(9)}`)).toBe(true);
});

test("finds an ID wherever it starts in prose, with or without invisible characters in it", () => {
  const prose = "a word of the text and then ";
  for (const sign of ["", "\u200b", "\u00ad", "\u{e0041}"])
    for (let shift = 0; shift < prose.length; shift++)
      for (let at = 1; at < ID.length; at++) {
        const text = `${prose.slice(shift)}${ID.slice(0, at)}${sign}${ID.slice(at)} ${prose}`;
        expect.soft(findMentions(text), text).toMatchObject([{ kind: "id", value: ID }]);
      }
});
