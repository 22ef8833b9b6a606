import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildExtension } from "../tests/harness/build-extension.ts";
import { ratio, table } from "./table.ts";

/** Bytes, of design section 6. */
const BUDGETS: Record<string, number> = {
  "content-scripts/page.js": 8_000,
  "card.html": 45_000,
  "popup.html": 45_000,
};

/** What the production build's parts weigh. */
export async function measureSizes(folder: string): Promise<string> {
  const extension = await buildExtension("", `${folder}/sizes`);
  const head = ["part", "files", "minified, bytes", "and gzip, bytes", "budget", "of the budget"];
  const rows = partsOf(extension).map((part) => {
    const contents = [...filesOf(join(extension, part))].map((path) => readFileSync(path));
    const raw = contents.reduce((sum, content) => sum + content.length, 0);
    const gzip = contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0);
    const budget = BUDGETS[part];
    return [
      part,
      contents.length,
      raw,
      gzip,
      budget ?? "-",
      budget === undefined ? "-" : ratio(gzip, budget),
    ];
  });
  return [
    "Each part with all files that it loads at once; each file gzipped alone, level 9.",
    table(head, rows),
  ].join("\n\n");
}

/** Content scripts, scripts put into pages on demand, the service worker, and pages. */
function partsOf(extension: string): string[] {
  const scripts = readdirSync(join(extension, "content-scripts"));
  return [
    ...scripts.map((name) => `content-scripts/${name}`),
    ...readdirSync(extension).filter((name) => /\.(?:js|html)$/.test(name)),
  ];
}

/** A file and all that it loads, through all imports. */
function filesOf(entry: string): Set<string> {
  const files = new Set([entry]);
  const root = dirname(entry);
  for (const file of files)
    for (const [, path = ""] of readFileSync(file, "utf8").matchAll(LOADED))
      files.add(path.startsWith("/") ? join(root, path) : join(dirname(file), path));
  return files;
}

/** Scripts and styles that a page names, and imports in scripts, as Vite writes both. */
const LOADED = /(?:src=|href=|from|import)\s*["'`(]+(\.{0,2}\/[^"'`]+\.(?:js|css))["'`]/g;
