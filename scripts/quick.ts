import { spawn, spawnSync } from "node:child_process";

/**
 * For before every commit: types, lint, the unit tests of what has changed, and one hover in a real browser. All at the
 * same time; the output of a failed step is shown completely.
 */

interface Step {
  name: string;
  command: string[];
}

/** What the work is compared with: the remote's main, otherwise the local one. */
function base(): string {
  const known = ["origin/main", "main"].find(
    (name) => spawnSync("git", ["rev-parse", "--verify", "--quiet", name]).status === 0,
  );
  return known ?? "HEAD";
}

const STEPS: Step[] = [
  { name: "types", command: ["npm", "run", "--silent", "types"] },
  { name: "lint", command: ["npm", "run", "--silent", "lint"] },
  {
    name: `unit tests of what differs from ${base()}`,
    command: [
      "npx",
      "vitest",
      "run",
      "--project",
      "unit",
      "--project",
      "alone",
      "--changed",
      base(),
      "--passWithNoTests",
    ],
  },
  {
    name: "one hover in Chromium",
    command: ["npx", "playwright", "test", "scenarios", "--grep", "@quick", "--workers", "1"],
  },
];

async function run({ name, command: [program = "", ...args] }: Step): Promise<boolean> {
  const begun = Date.now();
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => output.push(data));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const seconds = ((Date.now() - begun) / 1_000).toFixed(1);
  if (code === 0) console.log(`✓ ${name} (${seconds} s)`);
  else console.log(`✗ ${name} (${seconds} s)\n\n${Buffer.concat(output)}`);
  return code === 0;
}

const passed = await Promise.all(STEPS.map(run));
if (passed.includes(false)) process.exitCode = 1;
