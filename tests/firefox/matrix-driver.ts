import type { FirefoxDocument } from "../harness/firefox/documents.ts";
import { ownAddress } from "../harness/firefox/extension.ts";
import type { FirefoxPage } from "../harness/firefox/page.ts";
import type { Driver, Target } from "../matrix/driver.ts";
import {
  cardAndWindow,
  casesHere,
  outOfFrame,
  type PageCase,
  pointerElsewhere,
  type Spot,
  showRow,
  spotOf,
  watchPointer,
} from "../matrix/in-page.ts";

/** A position left of the sheet, without text. */
const NOWHERE = { x: 8, y: 450 };

const isCard = ({ url }: FirefoxDocument) => url.startsWith(ownAddress("card"));

/** Hovers the matrix in Firefox. @param page an open matrix */
export function marionetteDriver(page: FirefoxPage): Driver {
  let left = 0;
  return {
    async targets() {
      const documents = (await page.documents()).filter((each) => !isCard(each));
      const found = await Promise.all(
        documents.map(async (document) =>
          (await document.evaluate(casesHere)).map((each) => target(page, document, each)),
        ),
      );
      return found.flat();
    },
    async point({ x, y }) {
      await page.move(x + 3, y - 2, 60);
      await page.move(x, y);
    },
    async leave() {
      // A hand never returns to exactly the same pixel, and the browser's own synthetic events do: such an event would
      // be taken for one.
      left = (left + 1) % 5;
      await page.move(NOWHERE.x + left, NOWHERE.y, 40);
    },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    async look(awaited) {
      const seen = await page.evaluate(cardAndWindow, awaited);
      if (!seen.card) return { ...seen, asked: undefined };
      return { ...seen, asked: await askedBy((await page.documents()).find(isCard)) };
    },
  };
}

function target(page: FirefoxPage, document: FirefoxDocument, found: PageCase): Target {
  const { name, expect } = found;
  let here: Spot | undefined;
  return {
    name,
    expect,
    async find() {
      await page.evaluate(showRow, name);
      await document.evaluate(watchPointer);
      here = await document.evaluate(spotOf, name);
      let spot = here;
      for (let at = document; at.parent; at = at.parent)
        spot = await at.inFrameElement(outOfFrame, spot);
      return spot;
    },
    async missed() {
      if (!here) return "it wasn't searched for";
      return (await document.evaluate(pointerElsewhere, here)) ?? undefined;
    },
  };
}

/** Who the card is about: it says so from the first moment, whatever the answer. */
async function askedBy(card: FirefoxDocument | undefined): Promise<string | undefined> {
  const name = await card
    ?.evaluate(() => document.querySelector("main .user-email")?.textContent)
    .catch(() => undefined);
  return name ?? undefined;
}
