import { expect, test } from "vitest";
import { languages } from "../../gallery/languages.ts";
import { pseudo } from "../../gallery/pseudo.ts";

test.each([
  ["Active", "[Åçtîvé l]"],
  ["In zone {zone} since $1", "[Îñ zöñé {zone} šîñçé $1 löré]"],
  ["$1 user | $1 users", "[$1 ûšér l] | [$1 ûšérš l]"],
])("%s is longer and accented, with its placeholders and plurals unchanged", (english, made) => {
  expect(pseudo(english)).toBe(made);
});

test("every text of every language is there under the same name", () => {
  const { en, ...others } = languages();
  for (const [language, texts] of Object.entries(others))
    expect(new Set(Object.keys(texts)), language).toEqual(new Set(Object.keys(en ?? {})));
  expect(others["rtl"]?.["direction"]).toBe("rtl");
});
