// @vitest-environment happy-dom
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { findMentions, mentionAt } from "../../mentions/index.ts";
import { rangesOf, textAround } from "./text-around.ts";

vi.stubGlobal("chrome", {});

beforeEach(() => {
  // happy-dom 21 has no default styles for these.
  document.head.innerHTML = "<style>b, i, span, mark { display: inline }</style>";
});

/** The mention at an offset of a text that is split into spans at the given offsets, and what its ranges cover. */
function hovered(text: string, cuts: readonly number[], offset: number) {
  const at = [...new Set(cuts.map((cut) => cut % text.length))].sort((a, b) => a - b);
  const nodes = [...at, text.length].map((end, n) =>
    document.createTextNode(text.slice(n === 0 ? 0 : at[n - 1], end)),
  );
  document.body.replaceChildren(
    ...nodes.map((node, n) => {
      if (n % 2 === 0) return node;
      const element = document.createElement("span");
      element.append(node);
      return element;
    }),
  );
  let left = offset;
  const node = nodes.find(({ data }) => {
    if (left <= data.length) return true;
    left -= data.length;
    return false;
  });
  if (!node) throw new Error("The offset is after the end of the text.");
  const run = textAround(node, left);
  const mention = mentionAt(run.text, run.offset);
  return mention && { mention, covered: rangesOf(run, mention.start, mention.end).join("") };
}

describe("the word under the pointer", () => {
  test("is the same however inline elements split it", () => {
    const word = fc.constantFrom(
      "ada@example.com",
      "grace.hopper@mail.example.org",
      "2bu4uw0xqz6siuq7rl295qjvdz",
      "and",
      "<linus@example.com>,",
      "x@y",
    );
    const text = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 12 }), (whole, cuts) => {
        for (const { value, start, end } of findMentions(whole)) {
          const there = hovered(whole, cuts, Math.floor((start + end) / 2));
          expect(there?.mention.value).toBe(value);
          expect(there?.covered).toBe(value);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("ends at blocks, line breaks and fields, and continues after hidden elements", () => {
    const at = (html: string) => {
      document.body.innerHTML = html;
      const node = document.querySelector("#here")?.firstChild as Text;
      return textAround(node, 1).text;
    };
    expect(at("<div>a</div><b id=here>here</b><div>b</div>")).toBe("here");
    expect(at("a<br><b id=here>here</b><input>b")).toBe("here");
    expect(at("a<span style=display:none>x</span><b id=here>here</b>b")).toBe("ahereb");
    expect(at("<span style=padding-inline-end:8px>3</span><b id=here>here</b>b")).toBe("hereb");
  });
});
