import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filesBelow } from "./files-below.ts";

/** The documentation keeps to the house rules for words that can be found by a search (docs/glossary.md has the terms). */

const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  "sandbox/README.md",
  ...filesBelow("docs", /\.md$/).filter((path) => !isMade(path)),
  ...filesBelow(".github", /\.(?:md|yml)$/),
];

/** Made by `npm run store`, from other texts too. */
function isMade(path: string): boolean {
  return readFileSync(path, "utf8").startsWith("<!-- Made by");
}

/** What is not to be read in a page, and what is said instead. */
const RULES: [RegExp, string][] = [
  [/\blook-ups?\b/i, "lookup as a noun, look up as a verb"],
  [/\b(?:some|any|every|no)body\b/i, "someone, anyone, everyone, no one"],
  [/\bpoint(?:s|ed|ing)? at\b/i, "hover"],
  [/\bswitch(?:es|ed|ing)? (?:on|off)\b/i, "turn on, turn off"],
  [/\b(?:anew|thereby|wherein|hitherto)\b/i, "again, and so on"],
  [/\bmend(?:s|ed|ing)?\b/i, "fix"],
  [/\bso long (?:the|as was)\b|\ball else\b|\bthat which\b/i, "plain words"],
];

/** The prose: without code, targets of links, quotations, names on screen, and names of tests. */
function prose(path: string): string {
  const text = readFileSync(path, "utf8")
    .replaceAll(/```[\s\S]*?```|^ {4}\S.*$/gm, "")
    .replaceAll(/`[^`\n]+`: [^|\n]*\|/g, "|")
    .replaceAll(/`[^`]*`/g, "")
    .replaceAll(/\]\([^)]*\)/g, "]")
    .replaceAll(/\[[\w.-]+\.tsx?\]/g, "")
    .replaceAll(/“[^”]*”|"[^"\n]*"/g, "")
    .replaceAll(/\*[^*\n]+\*/g, "");
  return path === "docs/faults.md" ? text.replaceAll(/[^|\n]*\|$/gm, "") : text;
}

test.each(RULES)("no page says %s: %s", (word) => {
  const all = new RegExp(word.source, "gi");
  const found = PAGES.flatMap((path) =>
    [...prose(path).matchAll(all)].map((match) => `${path}: ${match[0]}`),
  );
  expect(found).toEqual([]);
});
