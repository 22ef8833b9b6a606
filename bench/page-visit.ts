import type { CDPSession, Page } from "@playwright/test";
import { API_KEYS } from "../sandbox/credentials.ts";
import { ACME } from "../sandbox/zones.ts";
import { type ExtensionBrowser, launchWithExtension } from "../tests/harness/browser.ts";
import { connect } from "../tests/harness/connect.ts";
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

/** What one run needs. */
export interface Trip {
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

/** What the page's main thread did in some time; ms of the processor. */
export interface Phase {
  scriptMs: number;
  taskMs: number;
  longTasks: number;
  /** ms on the clock of the longest, 0 without one. */
  longestMs: number;
  layoutShifts: number;
}

/** One run, from opening the page to its end. */
export interface Visit {
  loading: Phase;
  after: Phase;
  /** DOM changes that the page did not make itself. */
  changes: number;
  /** By the page beyond itself, and to the API. */
  requests: number;
  /** Living observers of the content script. */
  observers: number;
  /** Of the page's JavaScript heap after a garbage collection, all worlds together. */
  heapBytes: number;
  /** DOM nodes after it. */
  nodes: number;
}

/** ms that a page is left alone after its load event, before the pointer comes. */
const SETTLE_MS = 1_000;

const OBSERVERS = [
  "MutationObserver",
  "IntersectionObserver",
  "ResizeObserver",
  "PerformanceObserver",
];

/** Opens the page in a browser of its own, with or without the extension, and lets the pointer wander over it. */
export async function visit(trip: Trip): Promise<Visit> {
  const { mode, extension, origin, sandbox } = trip;
  if (!mode.extension) {
    const { context, close } = await launchBare();
    return look(await context.newPage(), trip).finally(close);
  }
  const browser = await launchWithExtension(extension, { headless: true, viewport: VIEWPORT });
  try {
    await connect(browser, { apiKey: API_KEYS.full, zone: ACME.id });
    if (mode.marks) {
      const page = await browser.context.newPage();
      await page.goto(origin);
      await switchMarksOn(browser, page);
      await page.close();
    }
    await sandbox.clearLog();
    return await look(await browser.context.newPage(), trip, browser);
  } finally {
    await browser.close();
  }
}

async function look(page: Page, trip: Trip, browser?: ExtensionBrowser): Promise<Visit> {
  const { origin, path, seconds, changesPerSecond, script, sandbox } = trip;
  let requests = 0;
  page.on("request", (request) => {
    if (!request.isNavigationRequest()) requests++;
  });
  const cdp = await page.context().newCDPSession(page);
  // Of the processor, not of the clock: what else the machine does is no cost of the page.
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

/** Since the page was opened. */
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
  const { longTasks, layoutShifts, foreignChanges } = await page.evaluate(() => bench.noticed());
  return {
    scriptMs: ScriptDuration * 1_000,
    taskMs: TaskDuration * 1_000,
    longTasks,
    layoutShifts,
    changes: foreignChanges,
  };
}

/** Durations in s. */
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
