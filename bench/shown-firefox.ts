import { HOVER_SHOW_MS } from "../lib/limits.ts";
import { MEANT_MS } from "../lib/page/card/rest.ts";
import { POINTER_LOOK_MS } from "../lib/page/pointer.ts";
import { API_KEYS } from "../sandbox/credentials.ts";
import { ACME } from "../sandbox/zones.ts";
import { openOwnPage, tab } from "../tests/firefox/driver.ts";
import { buildExtension } from "../tests/harness/build-extension.ts";
import type { FirefoxDocument } from "../tests/harness/firefox/documents.ts";
import { closeFirstRunPage, install, ownAddress } from "../tests/harness/firefox/extension.ts";
import { launchFirefox } from "../tests/harness/firefox/launch.ts";
import type { Marionette } from "../tests/harness/firefox/marionette.ts";
import { type FirefoxPage, openPage } from "../tests/harness/firefox/page.ts";
import { sandboxAt } from "../tests/harness/sandbox-control.ts";
import { startSandboxProcess } from "../tests/harness/sandbox-process.ts";
import { connectByForm } from "../tests/scenarios/connect.ts";
import { addAnswerRecorder } from "./answer-recorder.ts";
import { quantile } from "./quantile.ts";
import { FRAME_MS, looks } from "./shown-rounds.ts";
import { type Report, table } from "./table.ts";

/** A place without text. */
const NOWHERE = { x: 5, y: 300 };

/**
 * The same as shown.ts, in Firefox. Content scripts can't be instrumented there, so the end of the rest is calculated: the
 * look at a pointer comes POINTER_LOOK_MS after it has stopped, and the rest takes HOVER_SHOW_MS from then on.
 */
export async function measureShownInFirefox(folder: string): Promise<Report> {
  const process = await startSandboxProcess();
  try {
    const sandbox = sandboxAt(process.url);
    const extension = await buildExtension(sandbox.url, `${folder}/shown-firefox`, "firefox");
    await addAnswerRecorder(extension);
    const { marionette, close } = await launchFirefox();
    try {
      await install(marionette, extension);
      await closeFirstRunPage(marionette);
      const options = await openOwnPage(marionette, "options.html");
      await connectByForm(tab(marionette, options), { apiKey: API_KEYS.full, zone: ACME.name });
      const all = await looks(sandbox, { ticket: () => ticket(marionette, sandbox.url), look });
      return report(all);
    } finally {
      await close();
    }
  } finally {
    await process.stop();
  }
}

/** What is recorded in the documents, as in shown.ts: times in ms since the epoch. */
declare global {
  var movedAt: number;
}

async function ticket(marionette: Marionette, sandbox: string): Promise<FirefoxPage> {
  const page = await openPage(marionette);
  await page.goto(`${sandbox}/tickets/1`);
  await page.move(NOWHERE.x, NOWHERE.y);
  return page;
}

/** When what happened, in ms since the end of the rest; negative before it. */
interface Look {
  /** The card's frame began to load. */
  begun: number;
  /** The scripts that it needs for its first answer have run. */
  loaded: number;
  /** The card has drawn the answer. */
  answered: number;
  /** The answer is visible. */
  shown: number;
}

/** Hovers an address until its answer appears. */
async function look(page: FirefoxPage, email: string): Promise<Look> {
  const { x, y } = await page.evaluate(writeAndRecord, email);
  const before = (await page.documents()).find(isCard);
  // Of an earlier round.
  await before?.evaluate((address) => {
    delete window.answeredAt[address];
  }, email);
  await page.move(x, y);
  const [answered, revealed] = await Promise.all([
    answeredAt(page, email),
    page.evaluate(() => window.revealed),
  ]);
  const moved = await page.evaluate(() => window.movedAt);
  const card = (await page.documents()).find(isCard);
  if (!card) throw new Error(`The card about ${email} has closed too early.`);
  const [begun, loaded] = await card.evaluate(loadTimes);
  await page.move(NOWHERE.x, NOWHERE.y);
  await page.evaluate(untilHidden);
  const rested = moved + POINTER_LOOK_MS + HOVER_SHOW_MS;
  return {
    begun: begun - rested,
    loaded: loaded - rested,
    answered: answered - rested,
    shown: Math.max(answered, revealed) - rested,
  };
}

/** In the card. */
function loadTimes(): [begun: number, loaded: number] {
  const [navigation] = performance.getEntriesByType("navigation");
  const { domContentLoadedEventStart = 0 } = (navigation ?? {}) as PerformanceNavigationTiming;
  return [performance.timeOrigin, performance.timeOrigin + domContentLoadedEventStart];
}

/** In the page: shows an address, and records the pointer's moves and the first frame in which the card is visible. */
function writeAndRecord(email: string): { x: number; y: number } {
  document.querySelector("#measured")?.remove();
  const text = document.createElement("p");
  text.id = "measured";
  text.style.cssText = "position: fixed; top: 40px; left: 500px; margin: 0; background: white";
  text.textContent = email;
  document.body.append(text);
  document.onpointermove = ({ timeStamp }) => {
    window.movedAt = performance.timeOrigin + timeStamp;
  };
  window.revealed = (async () => {
    for (;;) {
      const time = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const host = document.querySelector("[popover=manual]:popover-open");
      const style = host && getComputedStyle(host);
      if (style?.visibility === "visible" && style.opacity === "1")
        return performance.timeOrigin + time;
    }
  })();
  const { left, top, width, height } = text.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** In the page: waits until the card has closed. */
async function untilHidden(): Promise<void> {
  while (document.querySelector("[popover=manual]:popover-open"))
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** When the answer about a person appeared in the card, whose frame is created while the pointer still rests. */
async function answeredAt(page: FirefoxPage, email: string): Promise<number> {
  for (let tries = 0; tries < 400; tries++) {
    const card = (await page.documents()).find(isCard);
    const at = await card
      ?.evaluate((address) => window.answeredAt[address], email)
      .catch(() => undefined);
    if (at !== undefined && at !== null) return at;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`The card has no answer about ${email}.`);
}

const isCard = ({ url }: FirefoxDocument) => url.startsWith(ownAddress("card"));

function report(all: [name: string, looks: Look[]][]): Report {
  const [, firstCards = []] = all.at(-1) ?? [];
  const of = (looks: Look[], what: keyof Look) => {
    const times = looks.map((look) => look[what]);
    return [quantile(times, 0.5), quantile(times, 0.95)];
  };
  return [
    "The same in a headless Firefox. Its content scripts can't be instrumented, so the end of the rest is calculated from the pointer's last move: timers that fire late count as ours.",
    table(
      ["answer", "shown p50, ms", "p95", "shown p50, frames", "p95"],
      all.map(([name, looks]) => {
        const shown = of(looks, "shown");
        return [name, ...shown, ...shown.map((ms) => ms / FRAME_MS)];
      }),
    ),
    `Of a page's first card, since the end of the rest, before which there were ${HOVER_SHOW_MS - MEANT_MS} ms to prepare it:`,
    table(
      ["step", "p50, ms", "p95"],
      [
        ["its frame begins to load", ...of(firstCards, "begun")],
        ["the frame's scripts have run", ...of(firstCards, "loaded")],
        ["the answer is drawn", ...of(firstCards, "answered")],
        ["the answer is visible", ...of(firstCards, "shown")],
      ],
    ),
  ];
}
