import { startSandboxProcess } from "../tests/harness/sandbox-process.ts";
import { median } from "./median.ts";
import { type Listed, listPeople } from "./people.ts";
import { createStack, type Stack } from "./stack.ts";
import { type Report, ratio, table } from "./table.ts";

const SIZES = [250, 25_000, 1_000_000];

/** After one warm-up run that doesn't count. */
const RUNS = 5;

/** One kind of lookup in a zone; `run` makes each one different. */
interface Question {
  name: string;
  ask: (stack: Stack, person: Listed, run: number) => Promise<{ state: string }>;
  expected: string;
}

const QUESTIONS: Question[] = [
  {
    name: "ID",
    ask: ({ lookUp }, { id }) => lookUp({ kind: "id", value: id }),
    expected: "found",
  },
  {
    name: "e-mail",
    ask: ({ lookUp }, { email }) => lookUp({ kind: "email", value: email }),
    expected: "found",
  },
  {
    name: "e-mail that no one has",
    ask: ({ lookUp }, _, run) => lookUp({ kind: "email", value: `nobody-${run}@example.com` }),
    expected: "absent",
  },
  {
    name: "search for `first.last`",
    // An existing person's name, so that the search finds someone in a zone of any size.
    ask: ({ search }, { email }) => search(/^[a-z]+\.[a-z]+/.exec(email)?.[0] ?? email),
    expected: "found",
  },
];

interface Cost {
  ms: number;
  /** ms not spent waiting for the API. */
  ownMs: number;
  requests: number;
}

/** How the time of one lookup grows with the number of users in the zone. */
export async function measureZoneSize(): Promise<Report> {
  const costs: Cost[][] = [];
  for (const users of SIZES) costs.push(await measureZone(users));
  return report(costs);
}

/** @returns the cost of each kind of lookup */
async function measureZone(users: number): Promise<Cost[]> {
  const sandbox = await startSandboxProcess(["--users", String(users)]);
  try {
    const people = await listPeople(sandbox.url, RUNS + 1);
    const costs: Cost[] = [];
    for (const question of QUESTIONS) {
      const runs: Cost[] = [];
      for (const [run, person] of people.entries())
        runs.push(await measureOnce(sandbox.url, question, person, run));
      costs.push(median(runs.slice(1), ({ ms }) => ms));
    }
    return costs;
  } finally {
    await sandbox.stop();
  }
}

/** Uses a new directory: nothing is cached, and the limiter doesn't delay anything. */
async function measureOnce(
  url: string,
  { name, ask, expected }: Question,
  person: Listed,
  run: number,
): Promise<Cost> {
  const stack = await createStack(url);
  const start = performance.now();
  const answer = await ask(stack, person, run);
  const ms = performance.now() - start;
  if (answer.state !== expected) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  const { requests, requestMs } = stack.spent;
  return { ms, ownMs: ms - requestMs, requests };
}

function report(costs: Cost[][]): Report {
  const sizes = SIZES.map((size) => size.toLocaleString("en-US"));
  const head = [
    "one lookup",
    "requests",
    ...sizes.map((size) => `ms, ${size} users`),
    ...sizes.slice(1).map((size) => `${size} / ${sizes[0]}`),
  ];
  const row = (name: string, index: number, of: (cost: Cost) => number) => {
    const times = costs.map((zone) => of(zone[index] ?? { ms: 0, ownMs: 0, requests: 0 }));
    const [first = 0, ...others] = times;
    return [
      name,
      costs[0]?.[index]?.requests ?? 0,
      ...times,
      ...others.map((time) => ratio(time, first)),
    ];
  };
  const rows = QUESTIONS.flatMap(({ name }, index) => [
    row(name, index, ({ ms }) => ms),
    row(`${name}: without the API's time`, index, ({ ownMs }) => ownMs),
  ]);
  return [`No delay added. ${RUNS} runs each; medians.`, table(head, rows)];
}
