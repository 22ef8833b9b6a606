import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { all } from "./markdown.ts";

/** The answers that docs/reader-test.md quotes are in the README, word for word. */

/** Ignores line breaks, and the folder that a link is relative to. */
const flat = (text: string) =>
  text.replace(/\s+/g, " ").replaceAll("(docs/troubleshooting.md)", "(troubleshooting.md)");

const README = flat(readFileSync("README.md", "utf8"));
const questions = readFileSync("docs/reader-test.md", "utf8")
  .split("\n")
  .filter((line) => /^\| \d/.test(line));

test("there are ten questions", () => {
  expect(questions).toHaveLength(10);
});

test.each(questions)("%s", (line) => {
  const quoted = all(/“([^”]+)”/g, line);
  expect(quoted.length).toBeGreaterThan(0);
  for (const answer of quoted) expect(README).toContain(answer);
});
