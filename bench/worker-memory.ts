import type { Page } from "@playwright/test";
import { CACHE_ENTRIES } from "../lib/directory/answer-cache.ts";
import { API_KEYS } from "../sandbox/credentials.ts";
import { ACME } from "../sandbox/zones.ts";
import { type ExtensionBrowser, launchWithExtension } from "../tests/harness/browser.ts";
import { buildExtension } from "../tests/harness/build-extension.ts";
import { connectByForm } from "../tests/harness/connect.ts";
import { killWorker } from "../tests/harness/kill-worker.ts";
import { type Sandbox, sandboxAt } from "../tests/harness/sandbox-control.ts";
import { startSandboxProcess } from "../tests/harness/sandbox-process.ts";
import { median } from "./median.ts";
import { listPeople } from "./people.ts";
import { type Report, table } from "./table.ts";
import { workerHeap } from "./worker-heap.ts";

/** How often the worker is stopped and woken up; the report has the median time. */
const WAKINGS = 5;

/** The state of the service worker after one step. */
interface Moment {
  name: string;
  /** Bytes. */
  heap: number;
  stored: Stored;
  /** ms from sending this step's messages until the last answer is in the page. */
  ms: number;
  /** Requests to the API in this step. */
  requests: number;
}

interface Stored {
  /** In `storage.session`. */
  bytes: number;
  quota: number;
  answers: number;
}

/** Heap size and stored bytes of the real service worker with an empty and a full cache, in Chromium. */
export async function measureWorkerMemory(folder: string): Promise<Report> {
  const sandbox = await startSandboxProcess(["--users", "25000"]);
  try {
    const people = await listPeople(sandbox.url, 2 * CACHE_ENTRIES);
    const extension = await buildExtension(sandbox.url, `${folder}/extension`);
    const browser = await launchWithExtension(extension, { headless: true });
    try {
      await connectByForm(browser, { apiKey: API_KEYS.full, zone: ACME.id });
      const ids = people.map(({ id }) => id);
      const all = await moments(browser, sandboxAt(sandbox.url), ids);
      return report(await chromiumVersion(browser), all);
    } finally {
      await browser.close();
    }
  } finally {
    await sandbox.stop();
  }
}

async function moments(
  browser: ExtensionBrowser,
  sandbox: Sandbox,
  ids: string[],
): Promise<Moment[]> {
  const page = await browser.context.newPage();
  await page.goto(browser.address("popup.html"));
  const all: Moment[] = [];
  const note = async (name: string, ms: number) => {
    // Evicted answers are removed from storage without anything awaiting it.
    await page.waitForTimeout(1_000);
    const requests = (await sandbox.log()).length;
    all.push({ name, ms, requests, heap: await workerHeap(browser), stored: await stored(page) });
    await sandbox.clearLog();
  };
  await sandbox.clearLog();
  const full = ids.slice(0, CACHE_ENTRIES);
  const others = ids.slice(CACHE_ENTRIES);
  await note("connected, nothing looked up", await ask(page, []));
  await note("first lookup", await lookUp(page, full.slice(0, 1)));
  await note("stopped, woken by 1 lookup", await wake(browser, page, full.slice(0, 1)));
  await note("cache filled", await lookUp(page, full));
  await note("the same people again", await lookUp(page, full));
  await note("as many messages without a lookup", await ask(page, full.map(nothing)));
  await note("as many other people", await lookUp(page, others));
  await note("stopped, woken by 1 lookup, cache full", await wake(browser, page, others.slice(-1)));
  return all;
}

/** The smallest message that the background replies to. */
const nothing = () => ({ type: "lastInspected" });

/** Stops the worker and looks up a person whose answer is cached. @returns the median, ms */
async function wake(browser: ExtensionBrowser, page: Page, ids: string[]): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < WAKINGS; run++) {
    await killWorker(browser);
    times.push(await lookUp(page, ids));
  }
  return median(times, (ms) => ms);
}

/** Looks people up from a page of the extension, all at once. @returns ms */
function lookUp(page: Page, ids: string[]): Promise<number> {
  return ask(
    page,
    ids.map((value) => ({ type: "lookUp", query: { kind: "id", value } })),
    "found",
  );
}

/** Sends messages to the worker, all at once. @returns ms until the last reply */
async function ask(page: Page, messages: object[], state?: "found"): Promise<number> {
  const { ms, states } = await page.evaluate(async (sent) => {
    const start = performance.now();
    const answers = await Promise.all(
      sent.map((message) => chrome.runtime.sendMessage<object, { state?: string }>(message)),
    );
    return { ms: performance.now() - start, states: answers.map((answer) => answer?.state) };
  }, messages);
  const missing = states.filter((answered) => answered !== state).length;
  if (missing > 0) throw new Error(`${missing} of ${messages.length} answers are not as expected.`);
  return ms;
}

function stored(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const { session } = chrome.storage;
    const keys = Object.keys(await session.get(null));
    return {
      bytes: await session.getBytesInUse(),
      quota: session.QUOTA_BYTES,
      answers: keys.filter((key) => key.startsWith("answer.")).length,
    };
  });
}

async function chromiumVersion({ context }: ExtensionBrowser): Promise<string> {
  const cdp = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  const { product } = await cdp.send("Browser.getVersion");
  return product;
}

function report(version: string, all: Moment[]): Report {
  const kB = (bytes: number) => bytes / 1_000;
  const head = ["step", "heap, kB", "cached answers", "storage.session, kB", "requests", "ms"];
  const rows = all.map(({ name, heap, stored: { bytes, answers }, requests, ms }) => [
    name,
    kB(heap),
    answers,
    kB(bytes),
    requests,
    ms,
  ]);
  const quota = kB(all[0]?.stored.quota ?? 0).toLocaleString("en-US");
  return [
    `${version}. Heap after a garbage collection; the median of ${WAKINGS} wake-ups. \`storage.session\` can hold ${quota} kB.`,
    table(head, rows),
  ];
}
