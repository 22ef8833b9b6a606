import { readFileSync } from "node:fs";

/** All matches of a pattern's first group. */
export function all(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(([, found]) => found ?? "");
}

/**
 * The text below a heading, up to the next one of its level.
 *
 * @param heading with its marks, such as `## Hosts`
 */
export function section(path: string, heading: string): string {
  const [marks = ""] = heading.split(" ");
  const text = readFileSync(path, "utf8").split(`\n${heading}\n`)[1];
  if (text === undefined) throw new Error(`${path} has no section "${heading}".`);
  return text.split(new RegExp(`\\n#{1,${marks.length}} `))[0] ?? "";
}

/**
 * The rows of a section's table, each as its cells, without the header. @param heading of the second level, without
 * marks
 */
export function rows(path: string, heading: string): string[][] {
  const lines = section(path, `## ${heading}`)
    .split("\n")
    .filter((line) => line.startsWith("|"));
  const found = lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  // Without rows there would be no tests, unnoticed.
  if (found.length === 0) throw new Error(`${path} has no table below "${heading}".`);
  return found;
}
