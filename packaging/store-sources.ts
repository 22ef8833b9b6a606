import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dataCollection } from "../lib/manifest.ts";
import { LANGUAGES, languagesInWords } from "./languages.ts";
import type { StoreSources } from "./store.ts";

const read = (path: string) => readFileSync(path, "utf8");
const PICTURES = "docs/store/pictures";

/** Reads what the store texts are made from. */
export function readStoreSources(): StoreSources {
  const files = existsSync(PICTURES) ? readdirSync(PICTURES).sort() : [];
  return {
    permissions: read("docs/permissions.md"),
    privacy: read("docs/privacy.md"),
    description: read("docs/store/description.txt"),
    names: Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        JSON.parse(read(`locales/${language}.json`)).extension,
      ]),
    ),
    languages: languagesInWords(),
    declared: dataCollection,
    pictures: files.filter((file) => file.endsWith(".png")).map(pictureOf),
  };
}

/** The size is in the first chunk of a PNG file. */
function pictureOf(file: string): StoreSources["pictures"][number] {
  const png = readFileSync(`${PICTURES}/${file}`);
  return { file, width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
