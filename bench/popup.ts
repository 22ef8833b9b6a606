import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { API_KEYS } from "../sandbox/credentials.ts";
import { ACME } from "../sandbox/zones.ts";
import { type ExtensionBrowser, launchWithExtension } from "../tests/harness/browser.ts";
import { buildExtension } from "../tests/harness/build-extension.ts";
import { connect } from "../tests/harness/connect.ts";
import { optionsPage } from "../tests/harness/extension-page.ts";
import { stopWorker } from "../tests/harness/kill-worker.ts";
import { startSandboxProcess } from "../tests/harness/sandbox-process.ts";
import { VIEWPORT } from "./chromium.ts";
import { quantile } from "./quantile.ts";
import { type Report, ratio, table } from "./table.ts";

const WARM_UPS = 2;
const ROUNDS = 20;

/** Notes when a field has taken the focus and can be written into, in ms since the navigation began. */
const NOTING = `
const { focus } = HTMLElement.prototype;
HTMLElement.prototype.focus = function (...options) {
  focus.apply(this, options);
  if (this.matches("input:enabled") && document.activeElement === this)
    globalThis.readyMs ??= performance.now();
};
addEventListener("visibilitychange", () => { globalThis.shownMs ??= performance.now(); });
`;

/** The least that a popup with a field can be. */
const EMPTY = `<!doctype html><meta charset="utf-8"><title>Empty</title>
<script src="/noting.js"></script>
<div style="width:400px;height:568px"><input></div>
<script src="/focusing.js"></script>`;

interface Way {
  name: string;
  page: string;
  /** The service worker is stopped before each opening. */
  asleep?: boolean;
}

/** The first is what the others are compared with. */
const WAYS: readonly Way[] = [
  { name: "an empty page with a field", page: "empty.html" },
  { name: "the popup", page: "popup.html" },
  { name: "the popup, the worker stopped", page: "popup.html", asleep: true },
];

interface Opening {
  readyMs: number;
  shownMs: number;
}

/** From the toolbar popup's navigation to a search field that can be typed into. */
export async function measurePopup(folder: string): Promise<Report> {
  const sandbox = await startSandboxProcess();
  try {
    const extension = await buildExtension(sandbox.url, `${folder}/popup`);
    await addNoting(extension);
    const browser = await launchWithExtension(extension, { headless: true, viewport: VIEWPORT });
    try {
      await connect(browser, { apiKey: API_KEYS.full, zone: ACME.id });
      const openings = new Map<Way, Opening[]>(WAYS.map((way) => [way, []]));
      for (let round = 0; round < WARM_UPS + ROUNDS; round++)
        for (const [way, all] of openings) {
          const opening = await open(browser, way);
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

async function addNoting(extension: string): Promise<void> {
  const file = (name: string) => join(extension, name);
  const popup = await readFile(file("popup.html"), "utf8");
  const noting = popup.replace("<head>", '<head><script src="/noting.js"></script>');
  if (noting === popup) throw new Error("popup.html has no <head> to put the noting into.");
  await Promise.all([
    writeFile(file("popup.html"), noting),
    writeFile(file("noting.js"), NOTING),
    writeFile(file("focusing.js"), 'document.querySelector("input").focus();'),
    writeFile(file("empty.html"), EMPTY),
  ]);
}

async function open(browser: ExtensionBrowser, { page, asleep }: Way): Promise<Opening> {
  const options = await optionsPage(browser);
  await options.bringToFront();
  if (asleep) await stopWorker(browser);
  await options.evaluate(async (popup) => {
    await chrome.action.setPopup({ popup });
    await chrome.action.openPopup();
  }, page);
  const opening = await noted(options);
  await options.evaluate(() => {
    for (const popup of chrome.extension.getViews({ type: "popup" })) popup.close();
  });
  await options.waitForFunction(() => chrome.extension.getViews({ type: "popup" }).length === 0);
  return opening;
}

/** What the popup has noted, once it has noted all. @param page of the extension, which can look into the popup */
async function noted(page: Page): Promise<Opening> {
  const handle = await page.waitForFunction(() => {
    const [popup] = chrome.extension.getViews({ type: "popup" });
    const { readyMs, shownMs } = (popup ?? {}) as Partial<Opening>;
    return readyMs !== undefined && shownMs !== undefined && { readyMs, shownMs };
  });
  return (await handle.jsonValue()) as Opening;
}

function report(openings: Map<Way, Opening[]>): Report {
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
    `The real toolbar popup of the built extension, connected; the ways in turn, ${ROUNDS} rounds after ${WARM_UPS} to warm up. "Ready": the search field has the focus and can be written into; "shown": the browser shows the popup. Both since the popup's navigation began.`,
    table(["popup", "ready p50, ms", "p95", "/ empty", "shown p50, ms", "p95", "/ empty"], rows),
  ];
}
