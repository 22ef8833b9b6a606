import { readFileSync } from "node:fs";
import { parseMessagesObject } from "@wxt-dev/i18n/build";
import { parseSync } from "vite";
import { describe, expect, test } from "vitest";
import { storeTexts } from "../../packaging/store.ts";
import { readStoreSources } from "../../packaging/store-sources.ts";
import { filesBelow } from "./files-below.ts";
import { OTHER_TERMS, OTHER_TERMS_IN, RULED_OUT, ruledOut } from "./house-words.ts";
import { type Node, visit } from "./syntax-tree.ts";

/** Texts for users follow the house rules for words, with one word for one thing. */

const ENGLISH = [...RULED_OUT, ...OTHER_TERMS];

type Messages = Parameters<typeof parseMessagesObject>[0];

/** Every text of a language, each plural form separately, with its name. */
const textsOf = (locale: string): [name: string, text: string][] =>
  parseMessagesObject(JSON.parse(readFileSync(`locales/${locale}.json`, "utf8")) as Messages)
    .filter(({ key }) => !key[0]?.startsWith("@@"))
    .flatMap((message) =>
      (message.type === "plural" ? Object.values(message.plurals) : [message.message]).map(
        (text): [string, string] => [message.key.join("."), text],
      ),
    );

describe("the screen", () => {
  const texts = textsOf("en");

  test("is in the house's English", () => {
    expect(texts.length).toBeGreaterThan(800);
    const wrong = texts.flatMap(([name, text]) =>
      ruledOut(text, ENGLISH).map((why) => `${name}: ${why}`),
    );
    expect(wrong).toEqual([]);
  });

  test("has curly quotation marks and apostrophes", () => {
    expect(texts.filter(([, text]) => /["']/.test(text))).toEqual([]);
  });

  test.each(Object.keys(OTHER_TERMS_IN))("has one word for one thing in %s", (locale) => {
    const wrong = textsOf(locale).flatMap(([name, text]) =>
      ruledOut(text, OTHER_TERMS_IN[locale] ?? []).map((why) => `${name}: ${why}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the stores", () => {
  const sources = readStoreSources();
  const made = storeTexts(sources);
  // The rest of these pages comes from docs/permissions.md and docs/privacy.md.
  const ours: Record<string, string> = {
    "the long description": sources.description,
    "the single purpose": made["permissions.md"]?.split("## `storage`")[0] ?? "",
    "the answers on privacy": made["privacy.md"]?.split("Privacy policy:")[0] ?? "",
  };

  test.each(Object.entries(ours))("have %s in the house's English", (_, text) => {
    expect(text.length).toBeGreaterThan(200);
    // Apostrophes are straight there, and the first cell of a row is the store's own name for a kind of data.
    const lines = text
      .replaceAll("'", "’")
      .replace(/^\| [^|]+ \|/gm, "|")
      .split("\n");
    expect(lines.flatMap((line) => ruledOut(line, ENGLISH))).toEqual([]);
  });
});

test("the policy's schema is in the house's English for administrators", () => {
  const schema = JSON.parse(readFileSync("public/managed-schema.json", "utf8")) as {
    properties: Record<string, { description: string }>;
  };
  const texts = Object.values(schema.properties).map(({ description }) => description);
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.flatMap((text) => ruledOut(text.replaceAll("'", "’"), ENGLISH))).toEqual([]);
});

describe("the command line", () => {
  /** The texts of a source file that have several words: neither names nor code. */
  function said(path: string): string[] {
    const found: string[] = [];
    visit(parseSync(path, readFileSync(path, "utf8")).program as unknown as Node, (node) => {
      if (node.type === "Literal" && typeof node["value"] === "string") found.push(node["value"]);
      if (node.type === "TemplateLiteral")
        found.push(
          (node["quasis"] as { value: { raw: string } }[])
            .map(({ value }) => value.raw)
            .join("{x}"),
        );
    });
    return found.filter((text) => /\p{L}{2}\S* \S*\p{L}{2}\S* \S*\p{L}/u.test(text));
  }

  const files = [
    ...filesBelow("scripts", /(?<!\.test)\.ts$/),
    "lib/api-origin.ts",
    "sandbox/command-line.ts",
    "sandbox/main.ts",
  ];
  const texts = files.flatMap((path) => said(path).map((text) => ({ path, text })));

  test("is in the house's English", () => {
    expect(texts.length).toBeGreaterThan(40);
    const wrong = texts.flatMap(({ path, text }) =>
      ruledOut(text.replaceAll("'", "’"), RULED_OUT).map((why) => `${path}: ${why}`),
    );
    expect(wrong).toEqual([]);
  });
});

test.each([...ENGLISH, ...Object.values(OTHER_TERMS_IN).flat()])(
  "$found finds what it was written for",
  (rule) => {
    expect(ruledOut(rule.was, [rule])).toHaveLength(1);
  },
);

test.each([
  "Cannot tell: this zone lists only its first 100 users.",
  "There may be more users, and someone with a longer address may be meant.",
  "Look up all 11. 2 lookups failed.",
  "Hold Alt and hover an e-mail address or ID.",
  "E-mail not verified",
  "2 users share this identity provider ID",
  "No one in this zone has the role “{subject}”.",
])("ignores: %s", (text) => {
  expect(ruledOut(text, ENGLISH)).toEqual([]);
});
