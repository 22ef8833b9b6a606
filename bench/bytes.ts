import { sizesOfParts } from "../packaging/sizes.ts";
import { whereTheBytesAre } from "../packaging/where-the-bytes-are.ts";
import { type Report, table } from "./table.ts";

/** Pages of which it is told where their bytes are. */
const PAGES = ["popup.html", "card.html", "options.html"];

/**
 * Whose code it is, by where it lies: the first that fits. What is left is named by its folder.
 */
const GROUPS: readonly (readonly [start: string, group: string])[] = [
  ["@preact/signals", "signals"],
  ["preact", "Preact, with its hooks"],
  ["zod", "zod"],
  ["lucide", "icons"],
  ["components/parts/icons", "icons"],
  ["css", "style sheets"],
  ["html", "the page itself"],
  ["bundler", "what the bundler adds, and loads parts with"],
  ["rolldown", "what the bundler adds, and loads parts with"],
  ["packaging/", "what the bundler adds, and loads parts with"],
  ["@wxt-dev/i18n", "texts: looking them up"],
  ["lib/i18n", "texts: looking them up"],
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
  const whole = ["in all", ...PAGES.map((page) => parts.get(page)?.gzip ?? 0)];
  return [
    "Bytes at first paint, each file gzipped alone. A file's bytes are shared out by how much of its minified code is whose.",
    table(["what", ...PAGES], [...rows, whole]),
  ];
}
