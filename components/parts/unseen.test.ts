import fc from "fast-check";
import { expect, it } from "vitest";
import { clipped, inertJson, inertLine, UNSEEN } from "./unseen.ts";

const anything = fc.string({ unit: "binary" });

it.each([
  ["a line break", "a\nb", "a<U+000A>b"],
  ["an override", "a\u202Eb", "a<U+202E>b"],
  ["a C1 control", "a\u0085b", "a<U+0085>b"],
  ["a tag character", "a\u{E0041}b", "a<U+E0041>b"],
  ["half a character", "a\uD83Db", "a<U+D83D>b"],
  ["a filler that looks like a space", "a\u3164b", "a<U+3164>b"],
])("names %s", (_, text, line) => {
  expect(inertLine(text)).toBe(line);
});

it("leaves nothing invisible in a line, whatever the input", () => {
  fc.assert(fc.property(anything, (text) => !UNSEEN.test(inertLine(text))));
});

it("leaves nothing invisible in JSON, and loses nothing", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      const json = inertJson(JSON.stringify(value, null, 2));
      expect(json.replaceAll("\n", "")).not.toMatch(UNSEEN);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it("clips between characters, never within one", () => {
  expect(clipped("ab😀cd", 3)).toBe("ab…");
  expect(clipped("ab😀", 4)).toBe("ab😀");
  expect(clipped("x".repeat(5_000_000))).toHaveLength(1_001);
});
