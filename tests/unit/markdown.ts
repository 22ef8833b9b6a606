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
