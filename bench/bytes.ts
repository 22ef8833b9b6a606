import { sizesOfParts } from "../packaging/sizes.ts";
import { whereTheBytesAre } from "../packaging/where-the-bytes-are.ts";
import { type Report, table } from "./table.ts";

/** Pages that are broken down by source. */
const PAGES = ["popup.html", "card.html", "options.html"];

/** The group of a source, by its path: the first match counts. A source without a match is grouped by its folder. */
const GROUPS: readonly (readonly [start: string, group: string])[] = [
  ["@preact/signals", "signals"],
  ["preact", "Preact with hooks"],
  ["zod", "zod"],
  ["lucide", "icons"],
  ["components/parts/icons", "icons"],
  ["css", "style sheets"],
  ["html", "the HTML file"],
  ["bundler", "bundler runtime and code loading"],
  ["rolldown", "bundler runtime and code loading"],
  ["packaging/", "bundler runtime and code loading"],
  ["@wxt-dev/i18n", "i18n functions"],
  ["lib/i18n", "i18n functions"],
  ["lib/mentions", "`lib/mentions`"],
  ["lib/", "the rest of `lib`"],
  ["entrypoints/", "`entrypoints`"],
];

function groupOf(source: string): string {
  const known = GROUPS.find(([start]) => source.startsWith(start));
  if (known) return known[1];
  const [, folder] = /^(components\/\w+)\//.exec(source) ?? [];
  return folder === undefined ? "WXT and other packages" : `\`${folder}\``;
}

/** A table of the pages at first paint: gzipped bytes by group. @param extension folder of a build with source maps */
export function bytesTable(extension: string): Report {
  const pages = PAGES.map((page) => whereTheBytesAre(extension, page, groupOf));
  const most = (group: string) => Math.max(...pages.map((sums) => sums.get(group) ?? 0));
  const groups = [...new Set(pages.flatMap((sums) => [...sums.keys()]))];
  const rows = groups
    .sort((a, b) => most(b) - most(a))
    .map((group) => [group, ...pages.map((sums) => Math.round(sums.get(group) ?? 0))]);
  const parts = sizesOfParts(extension);
  const whole = ["total", ...PAGES.map((page) => parts.get(page)?.gzip ?? 0)];
  return [
    "Bytes at first paint, each file gzipped separately. A file's bytes are divided among the groups by their share of its minified code.",
    table(["code", ...PAGES], [...rows, whole]),
  ];
}
