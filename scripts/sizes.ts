import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { bytesTable } from "../bench/bytes.ts";
import { sizesReport } from "../bench/sizes.ts";
import { inMarkdown, table } from "../bench/table.ts";
import { BUDGETS, type Size, sizesOfFiles, sizesOfParts } from "../packaging/sizes.ts";
import { buildExtension } from "../tests/harness/build-extension.ts";
import { inTreeOf, whereLeft } from "./tree-of-commit.ts";

/** `npm run sizes`: the extension's sizes, next to its budgets, or before and after a change. */

const HELP = `Usage: npm run sizes -- [--against REF | --parts]

  --against REF   what has changed since this branch left REF, such as main; else all sizes beside their budgets
  --parts         where the bytes of popup, card and options are: packages, folders, style sheets`;

const FOLDER = resolve(".output/sizes");

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { against: { type: "string" }, parts: { type: "boolean" }, help: { type: "boolean" } },
  });
  if (values.help) return console.log(HELP);
  if (values.parts) {
    const mapped = { KEYCARD_SOURCE_MAPS: "1" };
    const extension = await buildExtension("", `${FOLDER}/parts`, "chrome", ".", mapped);
    return console.log(inMarkdown(bytesTable(extension)));
  }
  const after = await buildExtension("", `${FOLDER}/after`);
  if (values.against === undefined) return console.log(inMarkdown(sizesReport(after)));

  const commit = whereLeft(values.against);
  const before = await inTreeOf(commit, (tree) =>
    buildExtension("", `${FOLDER}/before`, "chrome", tree),
  );
  console.log(`Bytes since ${commit.slice(0, 12)}, where this branch left ${values.against}.\n`);
  const parts = comparison(sizesOfParts(before), sizesOfParts(after));
  const head = ["minified, before", "after", "gzip, before", "after", "difference"];
  const budgeted = parts.map(([name, ...sizes]) => [name, ...sizes, BUDGETS[name] ?? "-"]);
  const sizes = table(["page at first paint, or script", ...head, "budget"], budgeted);
  const files = comparison(sizesOfFiles(before), sizesOfFiles(after));
  console.log(inMarkdown([sizes, table(["file", ...head], files)]));
}

/** For each name, its size before and after, and the difference in gzipped size. */
function comparison(
  before: ReadonlyMap<string, Size>,
  after: ReadonlyMap<string, Size>,
): [name: string, ...(string | number)[]][] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .sort((a, b) => a.localeCompare(b))
    .map((name) => {
      const [from, to] = [before.get(name), after.get(name)];
      return [
        name,
        from?.minified ?? "-",
        to?.minified ?? "-",
        from?.gzip ?? "-",
        to?.gzip ?? "-",
        signed((to?.gzip ?? 0) - (from?.gzip ?? 0)),
      ];
    });
}

const signed = (bytes: number) =>
  bytes === 0 ? "=" : `${bytes > 0 ? "+" : "-"}${Math.abs(bytes)}`;

await main();
