import type { Frame, Page } from "@playwright/test";
import { CLOCK_SKEW_MS } from "../../../lib/page/card/pointer-whereabouts.ts";
import type { Driver, Target } from "../../matrix/driver.ts";
import {
  cardAndWindow,
  casesHere,
  outOfFrame,
  type PageCase,
  pointerElsewhere,
  type Spot,
  scrollFrame,
  showRow,
  spotOf,
  watchPointer,
} from "../../matrix/in-page.ts";

/** A position left of the sheet, without text. */
const NOWHERE = { x: 8, y: 450 };

/** @param scale mouse px per CSS px of the page */
export function playwrightDriver(page: Page, scale = 1): Driver {
  let left = 0;
  return {
    async targets() {
      const found = await Promise.all(
        page
          .frames()
          .filter((frame) => !frame.url().startsWith("chrome-extension:"))
          .map(async (frame) =>
            (await frame.evaluate(casesHere)).map((each) => target(page, frame, each)),
          ),
      );
      return found.flat();
    },
    async point({ x, y }) {
      await page.mouse.move(x * scale + 3, y * scale - 2, { steps: 3 });
      // No hand is so quick that the clocks of two frames' processes couldn't tell which it was in last.
      await page.waitForTimeout(4 * CLOCK_SKEW_MS);
      await page.mouse.move(x * scale, y * scale);
    },
    async leave() {
      // A hand never returns to exactly the same pixel, and the browser's own synthetic events do: such an event would
      // be taken for one.
      left = (left + 1) % 5;
      await page.mouse.move(NOWHERE.x + left, NOWHERE.y, { steps: 2 });
    },
    wait: (ms) => page.waitForTimeout(ms),
    async look(awaited) {
      const seen = await page.evaluate(cardAndWindow, awaited);
      return { ...seen, asked: seen.card ? await askedBy(page) : undefined };
    },
  };
}

function target(page: Page, frame: Frame, { name, expect }: PageCase): Target {
  let here: Spot | undefined;
  return {
    name,
    expect,
    async find() {
      await page.evaluate(showRow, name);
      for (let at: Frame | null = frame; at?.parentFrame(); at = at.parentFrame())
        await at.evaluate(scrollFrame);
      await frame.evaluate(watchPointer);
      here = await frame.evaluate(spotOf, name);
      let spot = here;
      for (let at = frame, parent = at.parentFrame(); parent; parent = at.parentFrame()) {
        const element = await at.frameElement();
        spot = await element.evaluate(outOfFrame, spot);
        await element.dispose();
        at = parent;
      }
      return spot;
    },
    missed: async () => (here ? frame.evaluate(pointerElsewhere, here) : "it wasn't searched for"),
  };
}

/** Who the card is about: it says so from the first moment, whatever the answer. */
async function askedBy(page: Page): Promise<string | undefined> {
  const frame = page.frames().find((each) => each.url().includes("/card.html"));
  const name = await frame
    ?.evaluate(() => document.querySelector("main .user-email")?.textContent)
    .catch(() => undefined);
  return name ?? undefined;
}
