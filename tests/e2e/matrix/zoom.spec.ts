import type { Page } from "@playwright/test";
import type { ExtensionBrowser } from "../../harness/browser.ts";
import { observe } from "../../matrix/observe.ts";
import { pathWith } from "../../matrix/parts.ts";
import { expect, test } from "../fixtures.ts";
import { playwrightDriver } from "./driver.ts";
import { openMatrix } from "./open.ts";

/** A few cases of each kind: what the page's zoom can affect is positions. */
const NAMES = [
  "plain",
  "beside-right",
  "mailto",
  "input-second",
  "shadow-closed",
  "unselectable",
  "rotated",
  "svg-text",
  "frame-src",
  "frame-cross",
  "frame-thrice",
  "frame-scaled-down-cross",
  "frame-beside",
];

/**
 * The window at each zoom, in CSS px of the zoomed page: room for the card above or below a word in the middle, and no
 * more, because at 300% a busy machine takes seconds to paint it.
 */
const ROOM = { width: 700, height: 860 };

test("the page zoomed to 50%, 125% and 300%", async ({ connected, sandbox }) => {
  test.setTimeout(270_000);
  const page = await openMatrix(connected, sandbox, pathWith(NAMES));
  for (const zoom of [0.5, 1.25, 3])
    await test.step(`${zoom * 100} %`, async () => {
      const [width, height] = [Math.round(ROOM.width * zoom), Math.round(ROOM.height * zoom)];
      await page.setViewportSize({ width, height });
      await setZoom(connected, zoom);
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(Math.floor(width / zoom));
      const driver = playwrightDriver(page, await mousePxPerCssPx(page));
      const targets = (await driver.targets()).filter(({ name }) => NAMES.includes(name));
      expect(targets).toHaveLength(NAMES.length);
      for (const target of targets)
        await test.step(target.name, async () => {
          const wrong = await observe(driver, target);
          expect.soft(wrong, [target.name, ...wrong].join(": ")).toEqual([]);
        });
    });
  // The browser stores it for the site.
  await setZoom(connected, 1);
});

async function setZoom({ worker }: ExtensionBrowser, zoom: number): Promise<void> {
  await (await worker()).evaluate(async (factor) => {
    const [tab] = await chrome.tabs.query({ url: "http://127.0.0.1/*" });
    await chrome.tabs.setZoom(tab?.id ?? -1, factor);
  }, zoom);
}

/** The mouse moves in px of the window, which differ from the page's when it is zoomed: measured, not assumed. */
async function mousePxPerCssPx(page: Page): Promise<number> {
  const moved = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener("mousemove", ({ clientY }) => resolve(clientY), { once: true });
      }),
  );
  const y = 240;
  await page.mouse.move(4, y);
  await page.mouse.move(5, y);
  return y / (await moved);
}
