import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";

/** The sizes of a build: each shipped file, and each part with everything that it loads at once. */

/** Bytes, minified and gzipped (design, section 6). `tests/unit/package.test.ts` fails when one is exceeded. */
export const BUDGETS: Readonly<Record<string, number>> = {
  // What every frame of a page loads; each part that is injected later has its own budget below.
  "content-scripts/page.js": 3_100,
  "page-mentions.js": 5_600,
  "page-look.js": 7_000,
  "page-behind.js": 8_000,
  "page-card.js": 8_000,
  "page-invoked.js": 4_000,
  "page-keyboard.js": 4_000,
  "page-marks.js": 6_000,
  "page-list.js": 6_000,
  // Pages at first paint; and with what they load by themselves after that.
  "popup.html": 22_000,
  "popup.html, and later": 60_000,
  "sidepanel.html": 21_000,
  "card.html": 24_000,
  "card.html, and later": 31_500,
  "options.html": 42_000,
};

export interface Size {
  /** Bytes as shipped. */
  minified: number;
  /** Bytes if each file is gzipped alone, level 9. */
  gzip: number;
}

interface Part extends Size {
  files: string[];
}

/** Each file of a build, by its name without the content hash. @param extension folder of the build */
export function sizesOfFiles(extension: string): Map<string, Size> {
  const sizes = new Map<string, Size>();
  for (const file of filesIn(extension)) {
    const name = relative(extension, file).replace(HASH, "");
    const { minified, gzip } = sizes.get(name) ?? { minified: 0, gzip: 0 };
    const size = sizeOf([file]);
    sizes.set(name, { minified: minified + size.minified, gzip: gzip + size.gzip });
  }
  return sizes;
}

/**
 * A build's scripts and pages, each with everything that it loads before its first paint; a page that loads more by
 * itself has a second entry that includes it. @param extension as above
 */
export function sizesOfParts(extension: string): Map<string, Part> {
  const entries = filesIn(extension).filter((file) =>
    /^(?:content-scripts\/)?[^/]+\.(?:js|html)$/.test(relative(extension, file)),
  );
  return new Map(
    entries.flatMap((entry) => {
      const name = relative(extension, entry);
      const first = loadedBy(extension, entry, AT_ONCE);
      const all = loadedBy(extension, entry, [...AT_ONCE, ...LATER]);
      const parts: [string, Part][] = [[name, partOf(first)]];
      return all.size > first.size ? [...parts, [`${name}, and later`, partOf(all)]] : parts;
    }),
  );
}

const partOf = (files: ReadonlySet<string>): Part => ({ files: [...files], ...sizeOf([...files]) });

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => a.localeCompare(b));
}

export const sizeOfFile = (file: string): Size => sizeOf([file]);

function sizeOf(files: readonly string[]): Size {
  const contents = files.map((file) => readFileSync(file));
  const sum = (sizes: number[]) => sizes.reduce((all, size) => all + size, 0);
  return {
    minified: sum(contents.map(({ length }) => length)),
    gzip: sum(contents.map((content) => gzipSync(content, { level: 9 }).length)),
  };
}

/**
 * A file and everything that it references, through all imports. @param naming patterns of references; group 1 is the
 * file
 */
function loadedBy(root: string, entry: string, naming: readonly RegExp[]): Set<string> {
  const files = new Set([entry]);
  for (const file of files) {
    const code = readFileSync(file, "utf8");
    for (const [, path = ""] of naming.flatMap((pattern) => [...code.matchAll(pattern)]))
      files.add(path.startsWith(".") ? join(dirname(file), path) : join(root, path));
  }
  return files;
}

/** How Vite writes what is loaded with the file: scripts and styles that a page names, and imports in scripts. */
const AT_ONCE = [/(?:src=|href=|from|import)\s*["'`](\.{0,2}\/[^"'`]+\.(?:js|css))["'`]/g];

/** How it writes what is loaded on demand: imports, and a list of their styles, from the root. */
const LATER = [
  /import\(["'`](\.{1,2}\/[^"'`]+\.js)["'`]\)/g,
  /["'`]((?:chunks|assets)\/[\w-]+\.(?:js|css))["'`](?=[\],])/g,
];

/** Vite's hash in the names of chunks and assets. */
const HASH = /-[\w-]{8}(?=\.(?:js|css)$)/;
