import { BUDGETS, sizesOfParts } from "../packaging/sizes.ts";
import { buildExtension } from "../tests/harness/build-extension.ts";
import { type Report, ratio, table } from "./table.ts";

/** The sizes of the production build's parts. */
export async function measureSizes(folder: string): Promise<Report> {
  return sizesReport(await buildExtension("", `${folder}/sizes`));
}

/** @param extension folder of the build */
export function sizesReport(extension: string): Report {
  const head = ["part", "files", "minified, bytes", "gzip, bytes", "budget", "gzip / budget"];
  const rows = [...sizesOfParts(extension)].map(([name, { files, minified, gzip }]) => {
    const budget = BUDGETS[name];
    const compared = budget === undefined ? ["-", "-"] : [budget, ratio(gzip, budget)];
    return [name, files.length, minified, gzip, ...compared];
  });
  return [
    "Each part with all files that it loads immediately; each file gzipped separately, level 9.",
    table(head, rows),
  ];
}
