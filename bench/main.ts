import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { measureFinding } from "./finding.ts";
import { measureHover } from "./hover.ts";
import { measureLookUps } from "./look-ups.ts";
import { measurePageCost } from "./page-cost.ts";
import { measurePopup } from "./popup.ts";
import { measureReadingPaths } from "./reading-paths.ts";
import { measureShown } from "./shown.ts";
import { measureSizes } from "./sizes.ts";
import { measureWorkerMemory } from "./worker-memory.ts";
import { measureZoneSize } from "./zone-size.ts";

/**
 * `npm run bench`: measures, prints tables in Markdown, and keeps them in .output/bench. It judges nothing: the
 * budgets that fail a build are tests. Names of parts run these only: `npm run bench -- look-ups`.
 */

const FOLDER = ".output/bench";

/** Each gives its tables and what has to be said beside them. */
const PARTS: Record<string, (folder: string) => Promise<string>> = {
  "look-ups": measureLookUps,
  "zone-size": measureZoneSize,
  "worker-memory": measureWorkerMemory,
  finding: measureFinding,
  hover: measureHover,
  shown: measureShown,
  "reading-paths": measureReadingPaths,
  "page-cost": measurePageCost,
  popup: measurePopup,
  sizes: measureSizes,
};

/** A part that cannot be measured says why in the place of its tables, and the others go on. */
async function run(name: string): Promise<string> {
  const part = PARTS[name];
  if (!part) return `There is no part "${name}", only: ${Object.keys(PARTS).join(", ")}.`;
  try {
    return await part(FOLDER);
  } catch (error) {
    return `Could not be measured: ${error}`;
  }
}

const { positionals } = parseArgs({ allowPositionals: true });
await mkdir(FOLDER, { recursive: true });
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node} on ${process.platform}, ${cpus().length} cores`,
);
for (const name of positionals.length > 0 ? positionals : Object.keys(PARTS)) {
  const text = `## ${name}\n\n${await run(name)}\n`;
  console.log(`\n${text}`);
  if (PARTS[name]) await writeFile(`${FOLDER}/${name}.md`, text);
}
