import { readFileSync } from "node:fs";
import { parseMessagesObject } from "@wxt-dev/i18n/build";
import { describe, expect, test } from "vitest";
import { LANGUAGES, languagesInWords, TRANSLATIONS } from "../../packaging/languages.ts";
import { filesBelow } from "./files-below.ts";
import { all } from "./markdown.ts";

/** Every language has every text, with the same placeholders; unused ones are gone. */

type Messages = Parameters<typeof parseMessagesObject>[0];

/** The texts of a language by name; plural forms in order. */
function textsOf(locale: string): Map<string, string[]> {
  const messages = JSON.parse(readFileSync(`locales/${locale}.json`, "utf8")) as Messages;
  return new Map(
    parseMessagesObject(messages)
      .filter(({ key }) => !key[0]?.startsWith("@@"))
      .map((message) => [
        message.key.join("."),
        message.type === "plural" ? Object.values(message.plurals) : [message.message],
      ]),
  );
}

const english = textsOf("en");

/** A text's placeholders: `$1` and the names in braces, each once. */
const valuesIn = (texts: string[]) =>
  new Set(texts.flatMap((text) => [...text.matchAll(/\$\d|\{\w+\}/g)].map(String)));

test("someone who chooses the extension can read which languages it has", () => {
  const languages = languagesInWords();
  expect(languages).toMatch(/^English, German\b/);
  for (const path of ["README.md", "docs/store/description.txt"])
    expect.soft(readFileSync(path, "utf8"), path).toContain(languages);
});

describe.each(TRANSLATIONS)("%s", (locale) => {
  const texts = textsOf(locale);

  test("has every text that English has, and no others", () => {
    expect(new Set(texts.keys())).toEqual(new Set(english.keys()));
  });

  test("has the same placeholders", () => {
    for (const [name, said] of english)
      expect.soft(valuesIn(texts.get(name) ?? []), name).toEqual(valuesIn(said));
  });

  test("has as many plural forms as English, or one", () => {
    for (const [name, said] of english)
      expect.soft([1, said.length], name).toContain(texts.get(name)?.length);
  });
});

describe.each(LANGUAGES)("%s", (locale) => {
  test("has no empty text, and none with surrounding spaces", () => {
    for (const [name, said] of textsOf(locale))
      for (const text of said) expect.soft(text, name).toMatch(/^\S(.*\S)?$/s);
  });

  test("says which language it is", () => {
    expect(textsOf(locale).get("language")).toEqual([locale]);
  });

  // Chromium loads no extension with another character in a name, and ignores case in names.
  test("has names that Chromium accepts", () => {
    const names = [...textsOf(locale).keys()].map((name) => name.replaceAll(".", "_"));
    for (const name of names) expect.soft(name).toMatch(/^[a-z0-9_]+$/i);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });
});

describe("the names in the code", () => {
  const code = ["components", "entrypoints", "lib"]
    .flatMap((top) => filesBelow(top, /(?<!\.(test|fixtures))\.tsx?$/))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
  const manifest = readFileSync("wxt.config.ts", "utf8");
  const named = new Set([
    // The code can choose between two there.
    ...all(/\bt\((?=([^()]*))/g, code).flatMap((given) => all(/"([\w.]+)"/g, given)),
    ...all(/\bsaid\(\s*"([\w.]+)"/g, code).flatMap((name) => [`${name}.known`, `${name}.next`]),
    ...all(/__MSG_(\w+?)__/g, manifest).map((name) => name.replace("_", ".")),
  ]);
  /** Names with parts that are known only at run time. */
  const patterns = [
    ...all(/\bt\(\s*`([^`]+)`/g, code).map((name) => [name, ""] as const),
    ...all(/\bsaid\(\s*`([^`]+)`/g, code).map((name) => [name, "\\.(known|next)"] as const),
  ].map(
    ([name, end]) =>
      new RegExp(`^${name.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "\\w+")}${end}$`),
  );

  test("are found", () => {
    expect(named.size).toBeGreaterThan(200);
    expect(patterns.length).toBeGreaterThan(10);
  });

  test("are those of the texts: none is left over", () => {
    const unused = [...english.keys()].filter(
      (name) => !named.has(name) && !patterns.some((pattern) => pattern.test(name)),
    );
    expect(unused).toEqual([]);
  });
});
