import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { Stryker } from "@stryker-mutator/core";

/**
 * Mutation testing: changes the code in one place after another, and checks whether a unit test in the same folder
 * fails. Prints a score per folder and the mutants that no test noticed. docs/testing.md explains those that remain.
 */

const FOLDERS = [
  "mentions",
  "keycard",
  "directory",
  "connection",
  "credentials",
  "contract",
  "settings",
  "cards",
  "inspected",
];

/** Percentage of the mutants. */
const MIN_SCORE = 85;

/** Fakes and tables that only tests use. */
const ONLY_FOR_TESTS = [
  "lib/**/*.{test,test-d,cases}.ts",
  "lib/**/fake-*.ts",
  "lib/keycard/any-reply.ts",
  "lib/credentials/{memory-device-keys,quick-pbkdf2}.ts",
  "lib/contract/examples.ts",
];

type Mutant = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];

const CAUGHT: Mutant["status"][] = ["Killed", "Timeout"];
const SURVIVED: Mutant["status"][] = ["Survived", "NoCoverage"];

/**
 * Stryker keeps reporting a mutant in code that runs at module load as survived, whatever tests have been added (seen in
 * 9.6.1), so survivors are retried each time.
 */
function forgetSurvivors(incrementalFile: string): void {
  if (!existsSync(incrementalFile)) return;
  const kept = JSON.parse(readFileSync(incrementalFile, "utf8")) as {
    files: Record<string, { mutants: { status: Mutant["status"] }[] }>;
  };
  for (const file of Object.values(kept.files))
    file.mutants = file.mutants.filter(({ status }) => !SURVIVED.includes(status));
  writeFileSync(incrementalFile, JSON.stringify(kept));
}

async function mutate(folder: string, paths: string[]): Promise<readonly Mutant[]> {
  const output = `.output/mutants/${folder}`;
  const files = paths.map((path) => (statSync(path).isDirectory() ? `${path}/**/*.ts` : path));
  forgetSurvivors(`${output}.json`);
  const stryker = new Stryker({
    mutate: [...files, ...ONLY_FOR_TESTS.map((file) => `!${file}`)],
    vitest: { dir: `lib/${folder}` },
    incrementalFile: `${output}.json`,
    htmlReporter: { fileName: `${output}.html` },
  });
  return stryker.runMutationTest();
}

const place = ({ fileName, location, mutatorName, status, replacement }: Mutant) =>
  `${relative("", fileName)}:${location.start.line}:${location.start.column} ${mutatorName}` +
  `${status === "NoCoverage" ? " (no test runs this)" : ""}: ${replacement?.replace(/\s+/g, " ")}`;

const asked = process.argv.slice(2).map((path) => path.replace(/\/$/, ""));
const wrong = asked.find(
  (path) => !existsSync(path) || !FOLDERS.includes(path.split("/")[1] ?? ""),
);
if (wrong) throw new Error(`${wrong} isn't in lib/{${FOLDERS.join(",")}}`);

const table: string[] = [];
for (const folder of FOLDERS) {
  const whole = `lib/${folder}`;
  const paths =
    asked.length === 0 ? [whole] : asked.filter((path) => `${path}/`.startsWith(`${whole}/`));
  if (paths.length === 0) continue;
  const results = await mutate(folder, paths);
  const caught = results.filter(({ status }) => CAUGHT.includes(status)).length;
  const survivors = results.filter(({ status }) => SURVIVED.includes(status));
  const score = (100 * caught) / (caught + survivors.length);
  if (score < MIN_SCORE) process.exitCode = 1;
  console.log(survivors.map(place).join("\n"));
  table.push(`${whole}: ${score.toFixed(1)} %, ${caught} caught, ${survivors.length} survived`);
}
console.log(table.join("\n"));
