import type { Frame, Page } from "@playwright/test";
import type { ExtensionBrowser } from "./browser.ts";

/** What a page has learned: lines by channel, in order, without times (sandbox/pages/recorder/recorder.js). */
export type Recording = Record<string, string[]>;

interface Recorder {
  start(): Promise<void>;
  lookFor(words: string[]): void;
  stop(): Promise<Recording>;
  look(): Promise<Recording>;
}

declare global {
  /** In the sandbox's page /recorder/. */
  var recorder: Recorder;
}

/** Opens the recording page. The pointer rests next to its mention. */
export async function openRecorder(
  { context }: ExtensionBrowser,
  { url }: { url: string },
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/recorder/`);
  await page.mouse.move(900, 20, { steps: 3 });
  return page;
}

/**
 * What the page records during an action.
 *
 * @param act the user's action
 * @param ms minimum duration of the recording
 */
export async function record(
  browser: ExtensionBrowser,
  sandbox: { url: string },
  act: (page: Page) => Promise<void>,
  ms = 0,
): Promise<Recording> {
  const page = await openRecorder(browser, sandbox);
  await page.evaluate(() => recorder.start());
  const longEnough = page.waitForTimeout(ms);
  await act(page);
  await longEnough;
  const recording = await page.evaluate(() => recorder.stop());
  await page.close();
  return recording;
}

/** Has the page search for every word that the card contains. */
export async function lookForWordsOf(card: Frame, page: Page): Promise<void> {
  const texts = await card.evaluate(() => [
    document.body.innerText,
    document.body.textContent,
    ...[...document.querySelectorAll("*")].flatMap((element) =>
      [...element.attributes].map(({ value }) => value),
    ),
  ]);
  const words = texts.flatMap((text) => [...text.split("\n"), ...text.split(/\s+/)]);
  const long = new Set(words.map((word) => word.trim()).filter((word) => word.length > 2));
  await page.evaluate((all) => recorder.lookFor(all), [...long]);
}

/** The channels in which two recordings differ, each with some lines of both from the first difference. */
export function differences(
  one: Recording,
  other: Recording,
): Record<string, [string[], string[]]> {
  const found: Record<string, [string[], string[]]> = {};
  for (const channel of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const { [channel]: a = [] } = one;
    const { [channel]: b = [] } = other;
    const length = Math.max(a.length, b.length);
    const from = Array.from({ length }, (_, n) => n).find((n) => a[n] !== b[n]);
    if (from !== undefined) found[channel] = [a.slice(from, from + 3), b.slice(from, from + 3)];
  }
  return found;
}
