import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Searches every file below a folder byte by byte for texts: as UTF-8, as UTF-16, and as base64 wherever it may begin
 * in what was encoded.
 *
 * @returns for each hit the text and the file, relative to the folder
 */
export async function findInFolder(folder: string, texts: readonly string[]): Promise<string[]> {
  const forms = texts.flatMap((text) => formsOf(text).map((bytes) => ({ text, bytes })));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const hits = new Set<string>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path).catch(() => Buffer.alloc(0));
    for (const { text, bytes } of forms)
      if (content.includes(bytes)) hits.add(`${text} in ${path.slice(folder.length + 1)}`);
  }
  return [...hits];
}

function formsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text, "utf8");
  const inBase64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), utf8]).toString("base64");
    // Its first and last signs depend on what stands around it.
    return Buffer.from(encoded.slice(before === 0 ? 0 : 4).replace(/.{0,3}=*$/, ""));
  });
  return [utf8, Buffer.from(text, "utf16le"), ...inBase64];
}
