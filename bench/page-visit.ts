import type { CDPSession, Page } from "@playwright/test";
import { API_KEYS } from "../sandbox/credentials.ts";
import { ACME } from "../sandbox/zones.ts";
import { type ExtensionBrowser, launchWithExtension } from "../tests/harness/browser.ts";
import { connectByForm } from "../tests/harness/connect.ts";
import type { Sandbox } from "../tests/harness/sandbox-control.ts";
import { launchBare, VIEWPORT } from "./chromium.ts";
import { extensionWorld } from "./extension-world.ts";
import type * as inPage from "./in-page/cost.ts";
import { switchMarksOn } from "./marks.ts";
import { wander } from "./wander.ts";

declare const bench: typeof inPage;

export interface Mode {
  name: string;
  extension: boolean;
  marks: boolean;
}

/** The parameters of one run. */
export interface VisitOptions {
  origin: string;
  path: string;
  seconds: number;
  changesPerSecond: number;
  /** The bundle of in-page/cost.ts. */
  script: string;
  mode: Mode;
  /** The built extension's folder. */
  extension: string;
  sandbox: Sandbox;
}

/** What the page's main thread did during a period; durations in ms of CPU time unless noted. */
export interface Phase {
  scriptMs: number;
  taskMs: number;
  longTasks: number;
  /** The longest one, ms of wall-clock time; 0 if there is none. */
  longestMs: number;
  layoutShifts: number;
}

/** One run, from opening the page to its end. */
export interface Visit {
  loading: Phase;
  after: Phase;
  /** DOM changes that the page did not make itself. */
  changes: number;
  /** By the page, without the navigation, and to the API. */
  requests: number;
  /** Live observers of the content script. */
  observers: number;
  /** Size of the page's JavaScript heap after a garbage collection, all worlds together. */
  heapBytes: number;
  /** DOM nodes after the garbage collection. */
  nodes: number;
}

/** How long the page is left alone between its load event and the first pointer movement, ms. */
const SETTLE_MS = 1_000;

const OBSERVERS = [
  "MutationObserver",
  "IntersectionObserver",
  "ResizeObserver",
  "PerformanceObserver",
];

/** Opens the page in a new browser, with or without the extension, and moves the pointer over it. */
export async function visit(options: VisitOptions): Promise<Visit> {
  const { mode, extension, origin, sandbox } = options;
  if (!mode.extension) {
    const { context, close } = await launchBare();
    return measure(await context.newPage(), options).finally(close);
  }
  const browser = await launchWithExtension(extension, { headless: true, viewport: VIEWPORT });
  try {
    await connectByForm(browser, { apiKey: API_KEYS.full, zone: ACME.id });
    if (mode.marks) {
      const page = await browser.context.newPage();
      await page.goto(origin);
      await switchMarksOn(browser, page);
      await page.close();
    }
    await sandbox.clearLog();
    return await measure(await browser.context.newPage(), options, browser);
  } finally {
    await browser.close();
  }
}

async function measure(
  page: Page,
  options: VisitOptions,
  browser?: ExtensionBrowser,
): Promise<Visit> {
  const { origin, path, seconds, changesPerSecond, script, sandbox } = options;
  let requests = 0;
  page.on("request", (request) => {
    if (!request.isNavigationRequest()) requests++;
  });
  const cdp = await page.context().newCDPSession(page);
  // CPU time, not wall-clock time: other load on the machine isn't a cost of the page.
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.addInitScript({ content: script });
  await page.goto(origin + path);
  await page.waitForTimeout(SETTLE_MS);
  const loaded = await sum(page, cdp);
  await Promise.all([
    wander(page, seconds),
    changesPerSecond > 0 &&
      page.evaluate(([n, s]) => bench.mutate(n, s), [changesPerSecond, seconds] as const),
  ]);
  const end = await sum(page, cdp);
  const world = browser && (await extensionWorld(browser, page));
  let observers = 0;
  for (const name of world ? OBSERVERS : []) observers += (await world?.count(name)) ?? 0;
  await cdp.send("HeapProfiler.collectGarbage");
  const { JSHeapUsedSize = 0, Nodes = 0 } = await metrics(cdp);
  return {
    loading: phase(NOTHING, loaded),
    after: phase(loaded, end),
    changes: end.changes,
    requests: requests + (browser ? (await sandbox.log()).length : 0),
    observers,
    heapBytes: JSHeapUsedSize,
    nodes: Nodes,
  };
}

/** Totals since the page was opened. */
interface Sum {
  scriptMs: number;
  taskMs: number;
  longTasks: number[];
  layoutShifts: number;
  changes: number;
}

const NOTHING: Sum = { scriptMs: 0, taskMs: 0, longTasks: [], layoutShifts: 0, changes: 0 };

async function sum(page: Page, cdp: CDPSession): Promise<Sum> {
  const { ScriptDuration = 0, TaskDuration = 0 } = await metrics(cdp);
  const { longTasks, layoutShifts, foreignChanges } = await page.evaluate(() => bench.observed());
  return {
    scriptMs: ScriptDuration * 1_000,
    taskMs: TaskDuration * 1_000,
    longTasks,
    layoutShifts,
    changes: foreignChanges,
  };
}

/** Chromium's performance metrics; durations in s. */
async function metrics(cdp: CDPSession): Promise<Record<string, number>> {
  const all = await cdp.send("Performance.getMetrics");
  return Object.fromEntries(all.metrics.map(({ name, value }) => [name, value]));
}

function phase(from: Sum, to: Sum): Phase {
  const longTasks = to.longTasks.slice(from.longTasks.length);
  return {
    scriptMs: to.scriptMs - from.scriptMs,
    taskMs: to.taskMs - from.taskMs,
    longTasks: longTasks.length,
    longestMs: Math.max(0, ...longTasks),
    layoutShifts: to.layoutShifts - from.layoutShifts,
  };
}
