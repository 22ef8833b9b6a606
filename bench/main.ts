import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { whereLeft } from "../scripts/tree-of-commit.ts";
import { comparing } from "./against.ts";
import { PARTS } from "./parts.ts";
import { inMarkdown, type Report } from "./table.ts";

/**
 * `npm run bench`: measures, prints tables in Markdown, and stores them in .output/bench. It never fails because of a
 * result: the budgets that fail a build are tests.
 */

const HELP = `Usage: npm run bench -- [--against REF] [PART...]

  PART            ${Object.keys(PARTS).join(", ")}; default: all of them
  --against REF   measures each part in turns here and where this branch left REF, such as main: both numbers and their
                  ratio, from one run. Takes four times as long
  --report FILE   the numbers as JSON, for --against`;

const FOLDER = ".output/bench";

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      against: { type: "string" },
      report: { type: "string" },
      help: { type: "boolean" },
    },
  });
  const unknown = positionals.filter((name) => !(name in PARTS));
  if (values.help || unknown.length > 0) {
    for (const name of unknown) console.error(`There is no part "${name}".`);
    console.log(HELP);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const names = positionals.length > 0 ? positionals : Object.keys(PARTS);
  await mkdir(FOLDER, { recursive: true });
  if (values.report !== undefined) {
    const reports = await Promise.all(names.map(measured));
    return writeFile(values.report, JSON.stringify(reports.flat()));
  }
  const day = new Date().toISOString().slice(0, 10);
  console.log(
    `${day}, Node ${process.versions.node} on ${process.platform}, ${cpus().length} cores`,
  );
  if (values.against === undefined) {
    for (const name of names) await tell(name, await measured(name));
    return;
  }
  const commit = whereLeft(values.against);
  console.log(`Against ${commit.slice(0, 12)}, where this branch left ${values.against}.`);
  await comparing(commit, async (compared) => {
    for (const name of names) await tell(`${name}, against`, await compared(name));
  });
}

/** If a part can't be measured, its report says why instead of its tables, and the others continue. */
async function measured(name: string): Promise<Report> {
  try {
    return (await PARTS[name]?.(FOLDER)) ?? [];
  } catch (error) {
    return [`Could not be measured: ${error}`];
  }
}

async function tell(title: string, report: Report): Promise<void> {
  const text = `## ${title}\n\n${inMarkdown(report)}\n`;
  console.log(`\n${text}`);
  await writeFile(`${FOLDER}/${title.replace(", ", "-")}.md`, text);
}

await main();
