import { sandboxAt } from "../tests/harness/sandbox-control.ts";
import { startSandboxProcess } from "../tests/harness/sandbox-process.ts";
import { AT_ONCE, askNaively } from "./ask-naively.ts";
import { median } from "./median.ts";
import { listPeople } from "./people.ts";
import { createStack, type Stack } from "./stack.ts";
import { type Report, ratio, table } from "./table.ts";

const USERS = 25_000;
const LATENCY_MS = 50;

/** How many IDs are requested together, and the number of runs; the report has their median. */
const SIZES: { count: number; runs: number }[] = [
  { count: 1, runs: 15 },
  { count: 100, runs: 5 },
  { count: 1_000, runs: 1 },
  { count: 10_000, runs: 1 },
];

/** The cost of requesting some IDs with one method. */
interface Cost {
  ms: number;
  requests: number;
  limiterMs: number;
  /** Answers about someone else, or missing. */
  wrong: number;
}

interface Row {
  naive: Cost;
  cold: Cost;
  cached: Cost;
}

/** Requests and time for distinct IDs requested together: through lib/directory, and naively, over real HTTP. */
export async function measureLookUps(): Promise<Report> {
  const sandbox = await startSandboxProcess(["--users", String(USERS)]);
  try {
    const ids = (await listPeople(sandbox.url, 10_000)).map(({ id }) => id);
    await sandboxAt(sandbox.url).latency(LATENCY_MS);
    // Warm up, so that neither method pays for what Node compiles on first use.
    await measureOnce(sandbox.url, ids.slice(0, AT_ONCE));
    const rows: [number, Row][] = [];
    for (const { count, runs } of SIZES) {
      const measured: Row[] = [];
      for (let run = 0; run < runs; run++)
        measured.push(await measureOnce(sandbox.url, ids.slice(run * count, run * count + count)));
      rows.push([count, ofRuns(measured)]);
    }
    return report(rows);
  } finally {
    await sandbox.stop();
  }
}

async function measureOnce(url: string, ids: string[]): Promise<Row> {
  const start = performance.now();
  const right = await askNaively(url, ids);
  const naive = {
    ms: performance.now() - start,
    requests: ids.length,
    limiterMs: 0,
    wrong: ids.length - right,
  };
  const stack = await createStack(url);
  return { naive, cold: await askStack(stack, ids), cached: await askStack(stack, ids) };
}

async function askStack({ lookUp, spent }: Stack, ids: string[]): Promise<Cost> {
  const before = { ...spent };
  const start = performance.now();
  const answers = await Promise.all(ids.map((value) => lookUp({ kind: "id", value })));
  const ms = performance.now() - start;
  const isRight = (id: string, n: number) => {
    const answer = answers[n];
    return answer?.state === "found" && answer.users[0].id === id;
  };
  return {
    ms,
    requests: spent.requests - before.requests,
    limiterMs: spent.limiterMs - before.limiterMs,
    wrong: ids.length - ids.filter(isRight).length,
  };
}

function ofRuns(runs: Row[]): Row {
  const middle = (method: keyof Row) =>
    median(
      runs.map((row) => row[method]),
      ({ ms }) => ms,
    );
  return { naive: middle("naive"), cold: middle("cold"), cached: middle("cached") };
}

const METHODS: Record<keyof Row, string> = {
  naive: `one \`retrieve\` each, ${AT_ONCE} at a time`,
  cold: "directory, nothing cached",
  cached: "directory, requested again",
};

function report(rows: [number, Row][]): Report {
  const head = [
    "method",
    "IDs",
    "requests",
    "ms",
    "of which our limiter",
    "fewer requests",
    "less time",
    "not answered",
  ];
  const lines = rows.flatMap(([count, row]) =>
    (["naive", "cold", "cached"] as const).map((method) => {
      const { ms, requests, limiterMs, wrong } = row[method];
      const { naive } = row;
      return [
        METHODS[method],
        count,
        requests,
        ms,
        limiterMs,
        ratio(naive.requests, requests),
        ratio(naive.ms, ms),
        wrong,
      ];
    }),
  );
  const runs = SIZES.map(({ count, runs }) => `${runs} with ${count.toLocaleString("en-US")}`);
  return [
    `${USERS.toLocaleString("en-US")} users, ${LATENCY_MS} ms added to every reply. Runs: ${runs.join(", ")}; medians.`,
    table(head, lines),
  ];
}
