import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** The changelog entry for one release of a Debian package. */
export interface Entry {
  /** `bash (5.2.15-2) unstable; urgency=medium` */
  heading: string;
  /** Each is an item of the list, or a heading in it, without line breaks. */
  items: string[];
  author: string;
  email: string;
  date: string;
}

const DOCS = "/usr/share/doc";

/** Maximum number of bytes read per file, so that many packages contribute. */
const BYTES_PER_FILE = 20_000;

const ENTRY = /^(\S.*;.*)\n((?:(?: .*|\s*)\n)*?) -- (.+) <(.+)> {2}(.+)$/gm;

/**
 * Real text with many addresses that every Debian system has: the changelogs of its packages, repeated if there are too
 * few.
 *
 * @throws Error if there are none: some container images leave them out
 */
export function* changelogEntries(): Generator<Entry, never> {
  const seen: Entry[] = [];
  for (const path of changelogs())
    for (const entry of entriesOf(path)) {
      seen.push(entry);
      yield entry;
    }
  if (seen.length === 0) throw new Error(`No Debian changelogs were found in ${DOCS}.`);
  for (;;) yield* seen;
}

/** Paths without duplicates: many packages share one file through links. */
function changelogs(): Set<string> {
  const paths = readdirSync(DOCS, { withFileTypes: true })
    .filter((entry) => !entry.isFile())
    .flatMap(({ name }) => {
      const files = readdirSync(`${DOCS}/${name}`).filter((file) => /^changelog.*\.gz$/.test(file));
      return files.map((file) => `${DOCS}/${name}/${file}`);
    });
  return new Set(paths.sort().map((path) => realpathSync(path)));
}

function entriesOf(path: string): Entry[] {
  const text = gunzipSync(readFileSync(path)).toString("utf8", 0, BYTES_PER_FILE);
  return [...text.matchAll(ENTRY)].map(
    ([, heading = "", body = "", author = "", email = "", date = ""]) => ({
      heading,
      items: body
        .split(/\n(?= *(?:[*+[-]|\n))/)
        .map((item) => item.replace(/\s+/g, " ").trim())
        .filter((item) => item !== ""),
      author,
      email,
      date,
    }),
  );
}
