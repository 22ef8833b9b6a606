import { buildExtension } from "../tests/harness/build-extension.ts";
import { sandboxAt } from "../tests/harness/sandbox-control.ts";
import { startSandboxProcess } from "../tests/harness/sandbox-process.ts";
import { bundleForPage } from "./bundle.ts";
import { pages, SCENES } from "./page-cost.ts";
import { servePages } from "./page-server.ts";
import { type Mode, visit } from "./page-visit.ts";
import { type Report, table } from "./table.ts";

const RUNS = 10;

/** Also without the extension: long tasks there are caused by the page or the machine. */
const MODES: readonly Mode[] = [
  { name: "off", extension: false, marks: false },
  { name: "on, with marks", extension: true, marks: true },
];

/** Counts runs without a long task on a large page with 60 changes a second: with marks, and without the extension. */
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
      `${scene.name[0]?.toUpperCase()}${scene.name.slice(1)}, for ${scene.seconds} s: runs in turn, each in a fresh profile. Long tasks take more than 50 ms of wall-clock time, as reported by the page's PerformanceObserver.`,
      table(
        ["extension", "runs", "without a long task", "longest, ms", "longest of each run, ms"],
        rows,
      ),
    ];
  } finally {
    await sandbox.stop();
    server.close();
  }
}
