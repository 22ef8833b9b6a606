import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { API_KEYS } from "../sandbox/credentials.ts";
import { ACME } from "../sandbox/zones.ts";
import { type ExtensionBrowser, launchWithExtension } from "../tests/harness/browser.ts";
import { buildExtension } from "../tests/harness/build-extension.ts";
import { connectByForm } from "../tests/harness/connect.ts";
import { optionsPage } from "../tests/harness/extension-page.ts";
import { stopWorker } from "../tests/harness/kill-worker.ts";
import { startSandboxProcess } from "../tests/harness/sandbox-process.ts";
import { VIEWPORT } from "./chromium.ts";
import { quantile } from "./quantile.ts";
import { type Report, ratio, table } from "./table.ts";

const WARM_UPS = 2;
const ROUNDS = 20;

/** Records when a field has focus and accepts input, in ms since the start of the navigation. */
const PROBE = `
const { focus } = HTMLElement.prototype;
HTMLElement.prototype.focus = function (...options) {
  focus.apply(this, options);
  if (this.matches("input:enabled") && document.activeElement === this)
    globalThis.readyMs ??= performance.now();
};
addEventListener("visibilitychange", () => { globalThis.shownMs ??= performance.now(); });
`;

/** The smallest possible popup with a field. */
const EMPTY = `<!doctype html><meta charset="utf-8"><title>Empty</title>
<script src="/probe.js"></script>
<div style="width:400px;height:568px"><input></div>
<script src="/focusing.js"></script>`;

interface Case {
  name: string;
  page: string;
  /** The service worker is stopped before each opening. */
  asleep?: boolean;
}

/** The others are compared with the first. */
const CASES: readonly Case[] = [
  { name: "an empty page with a field", page: "empty.html" },
  { name: "the popup", page: "popup.html" },
  { name: "the popup, with the worker stopped", page: "popup.html", asleep: true },
];

interface Opening {
  readyMs: number;
  shownMs: number;
}

/** The time from the toolbar popup's navigation to a search field that accepts input. */
export async function measurePopup(folder: string): Promise<Report> {
  const sandbox = await startSandboxProcess();
  try {
    const extension = await buildExtension(sandbox.url, `${folder}/popup`);
    await addProbe(extension);
    const browser = await launchWithExtension(extension, { headless: true, viewport: VIEWPORT });
    try {
      await connectByForm(browser, { apiKey: API_KEYS.full, zone: ACME.id });
      const openings = new Map<Case, Opening[]>(CASES.map((one) => [one, []]));
      for (let round = 0; round < WARM_UPS + ROUNDS; round++)
        for (const [one, all] of openings) {
          const opening = await open(browser, one);
          if (round >= WARM_UPS) all.push(opening);
        }
      return report(openings);
    } finally {
      await browser.close();
    }
  } finally {
    await sandbox.stop();
  }
}

async function addProbe(extension: string): Promise<void> {
  const file = (name: string) => join(extension, name);
  const popup = await readFile(file("popup.html"), "utf8");
  const probed = popup.replace("<head>", '<head><script src="/probe.js"></script>');
  if (probed === popup) throw new Error("popup.html has no <head> for the probe.");
  await Promise.all([
    writeFile(file("popup.html"), probed),
    writeFile(file("probe.js"), PROBE),
    writeFile(file("focusing.js"), 'document.querySelector("input").focus();'),
    writeFile(file("empty.html"), EMPTY),
  ]);
}

async function open(browser: ExtensionBrowser, { page, asleep }: Case): Promise<Opening> {
  const options = await optionsPage(browser);
  await options.bringToFront();
  if (asleep) await stopWorker(browser);
  await options.evaluate(async (popup) => {
    await chrome.action.setPopup({ popup });
    await chrome.action.openPopup();
  }, page);
  const opening = await probed(options);
  await options.evaluate(() => {
    for (const popup of chrome.extension.getViews({ type: "popup" })) popup.close();
  });
  await options.waitForFunction(() => chrome.extension.getViews({ type: "popup" }).length === 0);
  return opening;
}

/** What the probe has recorded, once complete. @param page of the extension, which can access the popup's window */
async function probed(page: Page): Promise<Opening> {
  const handle = await page.waitForFunction(() => {
    const [popup] = chrome.extension.getViews({ type: "popup" });
    const { readyMs, shownMs } = (popup ?? {}) as Partial<Opening>;
    return readyMs !== undefined && shownMs !== undefined && { readyMs, shownMs };
  });
  return (await handle.jsonValue()) as Opening;
}

function report(openings: Map<Case, Opening[]>): Report {
  const [empty = []] = openings.values();
  const of = (all: Opening[], what: keyof Opening, q: number) =>
    quantile(
      all.map((one) => one[what]),
      q,
    );
  const rows = [...openings].map(([{ name }, all]) => [
    name,
    of(all, "readyMs", 0.5),
    of(all, "readyMs", 0.95),
    ratio(of(all, "readyMs", 0.5), of(empty, "readyMs", 0.5)),
    of(all, "shownMs", 0.5),
    of(all, "shownMs", 0.95),
    ratio(of(all, "shownMs", 0.5), of(empty, "shownMs", 0.5)),
  ]);
  return [
    `The real toolbar popup of the built extension, connected; all cases in turn, ${ROUNDS} rounds after ${WARM_UPS} warm-up rounds. "Ready": the search field has focus and accepts input; "shown": the browser shows the popup. Both since the start of the popup's navigation.`,
    table(["popup", "ready p50, ms", "p95", "/ empty", "shown p50, ms", "p95", "/ empty"], rows),
  ];
}
