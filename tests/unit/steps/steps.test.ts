import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countSteps } from "./count-steps.ts";
import { matchInSteps } from "./regex-steps.ts";

describe("an expression matches as in the engine", () => {
  const expressions = [
    /a*b/,
    /a*?b/,
    /(?:ab|a)(?:c|bcd)/,
    /(?:a|b)*c/,
    /^(?:a|ab)*$/,
    /(?<=ab?)c/,
    /(?<!a|bc)[cd]/,
    /(?=a{1,2}b)a+/,
    /(?!ab)a./s,
    /\p{L}{2,3}\P{L}/u,
    /(?<=\p{L}{1,2})./u,
    /[^a-c]{2}|b{0,1}d/i,
    /(?:a?){2,4}b/,
    /a|/,
  ];
  const texts = fc.string({
    unit: fc.constantFrom("a", "b", "c", "d", "A", "é", "📧", "\ud800", "\n"),
  });

  test.each(expressions)("%s", (expression) => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = expression.exec(text);
        const span = found ? { start: found.index, end: found.index + found[0].length } : undefined;
        expect(matchInSteps(expression, text).span).toEqual(span);
      }),
    );
  });

  test("a sticky one is tried only at its position", () => {
    const sticky = /b/y;
    sticky.lastIndex = 1;
    expect(matchInSteps(sticky, "abab").span).toEqual({ start: 1, end: 2 });
    sticky.lastIndex = 2;
    expect(matchInSteps(sticky, "abab").span).toBeUndefined();
  });

  test.each([/(a)\1/, /^a$/m, /\ba/])("throws for what it can't count: %s", (expression) => {
    expect(() => matchInSteps(expression, "aa")).toThrow("cannot be counted");
  });
});

describe("steps", () => {
  const inText = (length: number, run: (text: string) => void) =>
    countSteps(() => run("a".repeat(length)));

  test.each<[string, (text: string) => void, number]>([
    ["one pass", (text) => text.replace(/b/g, ""), 4],
    ["a run at each position", (text) => /a*b/.test(text), 16],
    ["a run at each position, bounded", (text) => /a{0,9}b/.test(text), 4],
    [
      "a search at each position",
      (text) => {
        for (let at = 0; at < text.length; at++) text.indexOf("b", at);
      },
      16,
    ],
    [
      "a copy at each position",
      (text) => {
        for (let at = 0; at < text.length; at++) text.slice(at);
      },
      16,
    ],
  ])("%s: four times the text costs %#", (_name, run, factor) => {
    const ratio = inText(400, run) / inText(100, run);
    expect(ratio).toBeGreaterThan(factor * 0.85);
    expect(ratio).toBeLessThan(factor * 1.15);
  });

  test("nothing is left behind", () => {
    const before = [RegExp.prototype.exec, String.prototype.slice];
    expect(() =>
      countSteps(() => {
        throw new Error("thrown");
      }),
    ).toThrow("thrown");
    expect([RegExp.prototype.exec, String.prototype.slice]).toEqual(before);
  });
});
