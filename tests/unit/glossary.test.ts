import { readFileSync } from "node:fs";
import { parseMessagesObject } from "@wxt-dev/i18n/build";
import { describe, expect, test } from "vitest";
import { rows } from "./markdown.ts";

/** What something is called on screen is what the glossary says. */

type Messages = Parameters<typeof parseMessagesObject>[0];

/** All texts of a language, in lower case. */
function textsOf(locale: string): string {
  const messages = JSON.parse(readFileSync(`locales/${locale}.json`, "utf8")) as Messages;
  return parseMessagesObject(messages)
    .flatMap((message) =>
      message.type === "plural" ? Object.values(message.plurals) : [message.message],
    )
    .join("\n")
    .toLowerCase();
}

const terms = rows("docs/glossary.md", "Terms");

test("the glossary has at least 30 terms, each with its meaning", () => {
  expect(terms.length).toBeGreaterThanOrEqual(30);
  for (const term of terms) {
    // A `\|` inside a cell doesn't end it.
    expect.soft(term.length, term.join(" | ")).toBeGreaterThanOrEqual(5);
    for (const cell of term) expect.soft(cell, term.join(" | ")).not.toBe("");
  }
});

describe.each([
  ["en", 1],
  ["de", 2],
  ["ja", 3],
] as const)("%s", (locale, column) => {
  const texts = textsOf(locale);

  test.each(terms.map((term) => term[column] ?? ""))("says “%s”", (word) => {
    expect(texts).toContain(word.toLowerCase());
  });
});
