import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { createNeedle } from "./needle.ts";

/**
 * Searches every file below a folder byte by byte for texts (`needle.ts` says in which forms).
 *
 * @returns for each hit the text and the file, relative to the folder
 */
export async function findInFolder(folder: string, texts: readonly string[]): Promise<string[]> {
  const needles = texts.map(createNeedle);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const hits: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path).catch(() => Buffer.alloc(0));
    for (const needle of needles)
      if (needle.isIn(content)) hits.push(`${needle.text} in ${relative(folder, path)}`);
  }
  return hits;
}
