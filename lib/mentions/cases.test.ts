import { describe, expect, test } from "vitest";
import { cases } from "./cases.ts";
import { visible } from "./characters.ts";
import { findMentions, type Mention, mentionAt } from "./index.ts";

/** The text of a case without its marks, and the mentions that these stand around. */
function read(marked: string): { text: string; expected: Mention[] } {
  const expected: Mention[] = [];
  let text = "";
  for (const [index, piece] of marked.split(/[⟦⟧]/).entries()) {
    if (index % 2 === 1) {
      const value = visible(piece);
      const kind = value.includes("@") ? "email" : "id";
      expected.push({ kind, value, start: text.length, end: text.length + piece.length });
    }
    text += piece;
  }
  return { text, expected };
}

for (const [theme, rows] of Object.entries(cases)) {
  describe(theme, () => {
    test.each(rows)("%j", (marked) => {
      const { text, expected } = read(marked);
      expect(findMentions(text)).toEqual(expected);
      for (let offset = 0; offset <= text.length; offset += text.length > 300 ? 7 : 1)
        expect(mentionAt(text, offset)).toEqual(
          expected.find(({ start, end }) => start <= offset && offset <= end),
        );
    });
  });
}
