import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname, relative, resolve } from "node:path";
import { packageOf } from "./bundled.ts";
import { sizeOfFile, sizesOfParts } from "./sizes.ts";

/**
 * Which sources a page's bytes at first paint come from. A file's gzipped bytes are divided in proportion to each
 * source's minified code. Code that resembles other code compresses better than that, so this shows where the bytes
 * are, not what removing something would save.
 *
 * @param extension folder of a build with source maps
 * @param page such as `card.html`
 * @param groupOf the group of a source file, by its path in the project or an npm package's name
 * @returns gzipped bytes of each group, the largest first
 */
export function whereTheBytesAre(
  extension: string,
  page: string,
  groupOf: (source: string) => string,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const file of sizesOfParts(extension).get(page)?.files ?? []) {
    const { minified, gzip } = sizeOfFile(file);
    for (const [source, bytes] of sharesOf(file, minified)) {
      const group = groupOf(source);
      sums.set(group, (sums.get(group) ?? 0) + (bytes / minified) * gzip);
    }
  }
  return new Map([...sums].sort(([, a], [, b]) => b - a));
}

/** Bytes of a built file by source. @param whole the file's total */
function sharesOf(file: string, whole: number): Map<string, number> {
  if (!file.endsWith(".js")) return new Map([[file.slice(file.lastIndexOf(".") + 1), whole]]);
  const shares = new Map<string, number>();
  for (const source of sourcesOf(file)) shares.set(source, (shares.get(source) ?? 0) + 1);
  const known = [...shares.values()].reduce((all, bytes) => all + bytes, 0);
  return new Map([...shares].map(([source, bytes]) => [source, (bytes / known) * whole]));
}

/** The source of each character of a script; code added by the bundler counts with what comes before it. */
function* sourcesOf(file: string): Generator<string> {
  const code = readFileSync(file, "utf8");
  const path = `${file}.map`;
  // Rolldown's own part has none.
  if (!existsSync(path)) return yield* Array.from(code, () => "bundler");
  const map = new SourceMap(JSON.parse(readFileSync(path, "utf8")));
  for (const [line, text] of code.split("\n").entries())
    for (let column = 0; column < text.length; column++) {
      const { originalSource } = map.findEntry(line, column) as { originalSource?: string };
      yield originalSource === undefined ? "bundler" : nameOf(originalSource, file);
    }
}

function nameOf(source: string, file: string): string {
  const path = resolve(dirname(file), source);
  return packageOf(path) ?? packageOf(source) ?? relative(".", path);
}
