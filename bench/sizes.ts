import { BUDGETS, sizesOfParts } from "../packaging/sizes.ts";
import { buildExtension } from "../tests/harness/build-extension.ts";
import { type Report, ratio, table } from "./table.ts";

/** What the production build's parts weigh. */
export async function measureSizes(folder: string): Promise<Report> {
  return sizesBesideBudgets(await buildExtension("", `${folder}/sizes`));
}

/** @param extension folder of the build */
export function sizesBesideBudgets(extension: string): Report {
  const head = ["part", "files", "minified, bytes", "and gzip, bytes", "budget", "of the budget"];
  const rows = [...sizesOfParts(extension)].map(([name, { files, minified, gzip }]) => {
    const budget = BUDGETS[name];
    const kept = budget === undefined ? ["-", "-"] : [budget, ratio(gzip, budget)];
    return [name, files.length, minified, gzip, ...kept];
  });
  return [
    "Each part with all files that it loads at once; each file gzipped alone, level 9.",
    table(head, rows),
  ];
}
