import { buildExtension } from "../tests/harness/build-extension.ts";
import { sandboxAt } from "../tests/harness/sandbox-control.ts";
import { startSandboxProcess } from "../tests/harness/sandbox-process.ts";
import { bundleForPage } from "./bundle.ts";
import { pages, SCENES } from "./page-cost.ts";
import { servePages } from "./page-server.ts";
import { type Mode, visit } from "./page-visit.ts";
import { type Report, table } from "./table.ts";

const RUNS = 10;

/** Without the extension too: what is long there is the page's, or the machine's. */
const MODES: readonly Mode[] = [
  { name: "off", extension: false, marks: false },
  { name: "on, with marks", extension: true, marks: true },
];

/** How many runs on a large page that changes 60 times a second have no long task, with marks and without. */
export async function measureLongTasks(folder: string): Promise<Report> {
  const server = await servePages(pages());
  const sandbox = await startSandboxProcess();
  try {
    const extension = await buildExtension(sandbox.url, `${folder}/long-tasks`);
    const script = await bundleForPage("cost");
    const scene = SCENES.find(({ path }) => path === "/live");
    if (!scene) throw new Error("There is no page that changes.");
    const longest = new Map<Mode, number[]>(MODES.map((mode) => [mode, []]));
    for (let run = 0; run < RUNS; run++)
      for (const [mode, all] of longest) {
        const parts = { script, mode, extension, sandbox: sandboxAt(sandbox.url) };
        const { after } = await visit({ ...scene, origin: server.origin, ...parts });
        all.push(after.longestMs);
      }
    const rows = [...longest].map(([{ name }, all]) => [
      name,
      all.length,
      all.filter((ms) => ms === 0).length,
      Math.max(...all),
      all.map((ms) => (ms === 0 ? "-" : Math.round(ms))).join(", "),
    ]);
    return [
      `${scene.name[0]?.toUpperCase()}${scene.name.slice(1)}, for ${scene.seconds} s: runs by turns, each in a fresh profile. Long tasks are those of more than 50 ms on the clock, as the page's own PerformanceObserver is told them.`,
      table(
        ["extension", "runs", "without a long task", "longest, ms", "the longest of each"],
        rows,
      ),
    ];
  } finally {
    await sandbox.stop();
    server.close();
  }
}
