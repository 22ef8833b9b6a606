import { describe, expect, test } from "vitest";
import { cases } from "./find.cases.ts";
import { findMentions, type Mention, mentionAt } from "./index.ts";
import { visible } from "./invisible.ts";

/** The text of a case without its marks, and the mentions that the marks surround. */
function read(marked: string): { text: string; expected: Mention[] } {
  const expected: Mention[] = [];
  let text = "";
  const pieces = marked.split(/[⟦⟧]/);
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 1) {
      const span = { value: visible(piece), start: text.length, end: text.length + piece.length };
      if (!piece.includes("@")) expected.push({ kind: "id", ...span });
      else if (/^\[?(?:…|⋯|\.\.|\.…)/.test(pieces[index + 1] ?? ""))
        expected.push({ kind: "email", ...span, cut: true });
      else expected.push({ kind: "email", ...span });
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
      const step = text.length > 300 ? 7 : 1;
      const offsets = Array.from({ length: text.length / step + 1 }, (_, n) => n * step);
      // All at once: one assertion each would take most of the time of all unit tests.
      expect(offsets.map((offset) => mentionAt(text, offset))).toEqual(
        offsets.map((offset) =>
          expected.find(({ start, end }) => start <= offset && offset <= end),
        ),
      );
    });
  });
}
