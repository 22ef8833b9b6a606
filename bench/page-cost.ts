import { buildExtension } from "../tests/harness/build-extension.ts";
import { type Sandbox, sandboxAt } from "../tests/harness/sandbox-control.ts";
import { startSandboxProcess } from "../tests/harness/sandbox-process.ts";
import { bundleForPage } from "./bundle.ts";
import { median } from "./median.ts";
import { type PageServer, servePages } from "./page-server.ts";
import { type Mode, type Phase, type Visit, visit } from "./page-visit.ts";
import { changelogBlocks, nested, page, plainBlocks } from "./pages/text-page.ts";
import { type Report, ratio, type Table, table } from "./table.ts";

const ROUNDS = 3;
const TEXT_NODES = 100_000;

/** More than fit into the window: the pointer is over words and blank space, never over a mention. */
const PLAIN_BLOCKS = 60;

/** The others are compared with the first. */
const MODES: readonly Mode[] = [
  { name: "off", extension: false, marks: false },
  { name: "on", extension: true, marks: false },
  { name: "on, with marks", extension: true, marks: true },
];

export interface Scene {
  name: string;
  path: string;
  seconds: number;
  /** Changes that the page makes to itself while it is measured. */
  changesPerSecond: number;
}

export const SCENES: readonly Scene[] = [
  { name: "a page at rest", path: "/still", seconds: 5, changesPerSecond: 0 },
  {
    name: "a page that changes 60 times a second",
    path: "/live",
    seconds: 30,
    changesPerSecond: 60,
  },
  {
    name: "the same page with few enough mentions to underline all of them",
    path: "/live-all-marked",
    seconds: 30,
    changesPerSecond: 60,
  },
];

/** All rounds of one mode on one page, or why there are none. */
type Runs = Visit[] | string;

/** What the extension costs a page while the pointer moves over it without reaching a mention. */
export async function measurePageCost(folder: string): Promise<Report> {
  const server = await servePages(pages());
  const sandbox = await startSandboxProcess();
  try {
    const extension = await buildExtension(sandbox.url, `${folder}/page-cost`);
    const tables: (string | Table)[] = [];
    for (const scene of SCENES)
      tables.push(...report(scene, await runsOf(scene, server, sandboxAt(sandbox.url), extension)));
    return [
      `Each page has ${TEXT_NODES.toLocaleString("en-US")} text nodes. The extension is connected; a fresh profile for each run, the modes in turn, ${ROUNDS} rounds; medians. Script and task times are for the page's whole main thread, in CPU time; long tasks take more than 50 ms of wall-clock time.`,
      ...tables,
    ];
  } finally {
    await sandbox.stop();
    server.close();
  }
}

/** The pages of all scenes, by path. */
export function pages(): Record<string, string> {
  const blocks = changelogBlocks(TEXT_NODES);
  const text = textOf(blocks);
  const fewer = textOf(thinned(blocks));
  const live =
    '<div id="live" style="position:fixed;right:0;bottom:0;width:500px;height:400px;overflow:hidden;background:#fff"></div>';
  return {
    "/": page(changelogBlocks(50).join("")),
    "/still": page(text),
    "/live": page(text + live),
    "/live-all-marked": page(fewer + live),
  };
}

function textOf(blocks: readonly string[]): string {
  return nested([...plainBlocks(PLAIN_BLOCKS), ...blocks]);
}

/** Keeps the mentions of every twelfth block that has any: of about 5,000, fewer than MARKS_MAX remain. */
function thinned(blocks: readonly string[]): string[] {
  let mentioning = 0;
  return blocks.map((block) =>
    /@/.test(block) && mentioning++ % 12 > 0
      ? block.replaceAll("@", " at ").replace(/<td>[0-9a-z]{26}</g, "<td>id<")
      : block,
  );
}

async function runsOf(
  scene: Scene,
  { origin }: PageServer,
  sandbox: Sandbox,
  extension: string,
): Promise<Map<Mode, Runs>> {
  const script = await bundleForPage("cost");
  const runs = new Map<Mode, Runs>();
  for (let round = 0; round < ROUNDS; round++)
    for (const mode of MODES) {
      const before = runs.get(mode) ?? [];
      if (typeof before === "string") continue;
      try {
        const now = await visit({ ...scene, origin, script, mode, extension, sandbox });
        runs.set(mode, [...before, now]);
      } catch (error) {
        if (!mode.marks) throw error;
        runs.set(mode, `${error}`.replace(/\n.*/s, ""));
      }
    }
  return runs;
}

function report({ name, seconds }: Scene, runs: Map<Mode, Runs>): Report {
  const off = runs.get(MODES[0] ?? { name: "", extension: false, marks: false });
  const phases = [
    ["loading", ({ loading }: Visit) => loading],
    [`${seconds} s`, ({ after }: Visit) => after],
  ] as const;
  const times = phases.flatMap(([phase, of]) =>
    [...runs].map(([mode, visits]) => [
      `${mode.name}: ${phase}`,
      ...(typeof visits === "string"
        ? [visits, "", "", "", "", ""]
        : timesOf(visits.map(of), typeof off === "string" ? [] : (off ?? []).map(of))),
    ]),
  );
  const left = [...runs].map(([mode, visits]) => [
    mode.name,
    ...(typeof visits === "string" ? [visits, "", "", "", ""] : leftBy(visits)),
  ]);
  return [`### ${name[0]?.toUpperCase()}${name.slice(1)}`, table(TIMES, times), table(LEFT, left)];
}

const TIMES = [
  "extension",
  "script, ms",
  "all tasks, ms",
  "tasks / off",
  "long tasks",
  "longest, ms",
  "layout shifts",
];

function timesOf(these: Phase[], off: Phase[]): (number | string)[] {
  const of = (phases: Phase[], what: keyof Phase) => middle(phases.map((phase) => phase[what]));
  return [
    of(these, "scriptMs"),
    of(these, "taskMs"),
    ratio(of(these, "taskMs"), of(off, "taskMs")),
    of(these, "longTasks"),
    of(these, "longestMs"),
    of(these, "layoutShifts"),
  ];
}

const LEFT = [
  "extension",
  "DOM changes not by the page",
  "requests",
  "observers",
  "heap, kB",
  "DOM nodes",
];

function leftBy(visits: Visit[]): number[] {
  const of = (what: (visit: Visit) => number) => middle(visits.map(what));
  return [
    of(({ changes }) => changes),
    of(({ requests }) => requests),
    of(({ observers }) => observers),
    of(({ heapBytes }) => heapBytes / 1_000),
    of(({ nodes }) => nodes),
  ];
}

const middle = (all: number[]) => median(all, (one) => one);
