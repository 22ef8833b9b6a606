import type { Frame, Page } from "@playwright/test";
import { HOVER_SHOW_MS } from "../lib/limits.ts";
import { MEANT_MS } from "../lib/page/card/rest.ts";
import { API_KEYS } from "../sandbox/credentials.ts";
import { ACME } from "../sandbox/zones.ts";
import { type ExtensionBrowser, launchWithExtension } from "../tests/harness/browser.ts";
import { buildExtension } from "../tests/harness/build-extension.ts";
import { connectByForm } from "../tests/harness/connect.ts";
import { sandboxAt } from "../tests/harness/sandbox-control.ts";
import { startSandboxProcess } from "../tests/harness/sandbox-process.ts";
import { hover, leave, openTicket, written } from "../tests/harness/steps.ts";
import { addAnswerRecorder } from "./answer-recorder.ts";
import { VIEWPORT } from "./chromium.ts";
import { extensionWorld } from "./extension-world.ts";
import { quantile } from "./quantile.ts";
import { FRAME_MS, looks, ROUNDS, WARM_UPS } from "./shown-rounds.ts";
import { type Report, table } from "./table.ts";

/** The time from the end of the pointer's rest on a mention to the painted answer. */
export async function measureShown(folder: string): Promise<Report> {
  const process = await startSandboxProcess();
  try {
    const sandbox = sandboxAt(process.url);
    const extension = await buildExtension(sandbox.url, `${folder}/shown`);
    await addAnswerRecorder(extension);
    const browser = await launchWithExtension(extension, { headless: true, viewport: VIEWPORT });
    try {
      await connectByForm(browser, { apiKey: API_KEYS.full, zone: ACME.id });
      const all = await looks(sandbox, {
        ticket: () => openTicket(browser, sandbox, 1),
        look: (page, email) => look(browser, page, email),
      });
      return report(all.map(([name, shown]) => [name, ...columns(shown)]));
    } finally {
      await browser.close();
    }
  } finally {
    await process.stop();
  }
}

interface Shown {
  /** From the end of the pointer's rest to the frame with the answer, ms. */
  ms: number;
  /** The API's share: from the request to the end of its reply, ms; 0 if no request was sent. */
  apiMs: number;
}

/** Hovers an address until its answer appears. */
async function look(browser: ExtensionBrowser, page: Page, email: string): Promise<Shown> {
  const place = await written(page, email);
  const worker = await browser.worker();
  await worker.evaluate(() => performance.clearResourceTimings());
  const world = await extensionWorld(browser, page);
  await world.run(NOTE_REST);
  await page.evaluate(NOTE_REVEAL);
  const card = await hover(page, place);
  const answered = await untilAnswered(card, email);
  const begun = await world.call(() => globalThis.restedAt);
  const revealed = await page.evaluate(() => globalThis.revealed);
  const apiMs = await worker.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.includes("/users"))
      .reduce((sum, { duration }) => sum + duration, 0),
  );
  await leave(page);
  return { ms: Math.max(answered, revealed) - begun, apiMs };
}

/** How long the content script waits for the end of a rest, ms: all of it, or the remainder after a lookup starts. */
const RESTS_MS = [HOVER_SHOW_MS, HOVER_SHOW_MS - MEANT_MS];

/** Runs in the content script's world: records when the wait for the end of a rest is over. */
const NOTE_REST = `{
  globalThis.restedAt = undefined;
  globalThis.realTimeout ??= globalThis.setTimeout;
  globalThis.setTimeout = (run, ms, ...given) => globalThis.realTimeout((...args) => {
    if (${JSON.stringify(RESTS_MS)}.includes(ms))
      globalThis.restedAt = performance.timeOrigin + performance.now();
    run(...args);
  }, ms, ...given);
}`;

/** Runs in the page: records the first frame in which the card's host is visible. */
const NOTE_REVEAL = `globalThis.revealed = new Promise((resolve) => {
  const look = (time) => {
    const host = document.querySelector("[popover=manual]:popover-open");
    const style = host && getComputedStyle(host);
    if (style?.visibility === "visible" && style.opacity === "1") resolve(performance.timeOrigin + time);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}); undefined`;

/** @throws Error if there is no answer */
async function untilAnswered(card: Frame, email: string): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const at = await card.evaluate((address) => globalThis.answeredAt[address], email);
    if (at !== undefined) return at;
    await card.waitForTimeout(20);
  }
  throw new Error(`The card has no answer about ${email}.`);
}

function columns(shown: Shown[]): (string | number)[] {
  const of = (what: (one: Shown) => number, q: number) => quantile(shown.map(what), q);
  const ours = ({ ms, apiMs }: Shown) => ms - apiMs;
  return [
    of(({ ms }) => ms, 0.5),
    of(({ apiMs }) => apiMs, 0.5),
    of(ours, 0.5),
    of(ours, 0.95),
    of(({ ms }) => ms, 0.5) / FRAME_MS,
    of(({ ms }) => ms, 0.95) / FRAME_MS,
  ];
}

function report(rows: (string | number)[][]): Report {
  return [
    `The built extension in a headless Chromium; a real pointer rests on an address of a ticket. Timed from the end of the rest, when the card is allowed to appear, to the frame in which the answer is visible (a frame is ${FRAME_MS.toFixed(1)} ms); ${ROUNDS} rounds after ${WARM_UPS} warm-up rounds. The API's time is from the request to the end of its reply, as measured by the service worker; ours is the remainder.`,
    table(
      [
        "answer",
        "shown p50, ms",
        "of which the API",
        "ours p50, ms",
        "p95",
        "shown p50, frames",
        "p95",
      ],
      rows,
    ),
  ];
}
