import type { Page } from "@playwright/test";
import { PAGE_SIZES, pageOf } from "../../../gallery/page-of.ts";
import { TRANSLATIONS } from "../../../packaging/languages.ts";
import { cutTexts } from "../../harness/cut-text.ts";
import { COMPONENTS, eachFixture } from "../../harness/gallery.ts";
import { expect, test } from "./gallery.ts";

/**
 * No text is cut off: by longer words, by other scripts, from right to left, by a small window. Each fixture is drawn
 * once per language; window and direction are changed while it is shown, since only styles depend on them.
 */

/** Windows of half the usual size, as with a zoom of 200%, and no wider than 320 px where possible. */
const SMALL: typeof PAGE_SIZES = {
  card: { width: 300, height: 240 },
  popup: { width: 400, height: 300 },
  sidepanel: { width: 320, height: 400 },
  options: { width: 320, height: 400 },
};

for (const language of [...TRANSLATIONS, "pseudo"])
  for (const component of COMPONENTS)
    test(`no text is cut, and nothing is wider than its page, in a small window and from right to left neither: ${language}: ${component}`, async ({
      gallery,
    }) => {
      const kind = pageOf(component);
      const page = await gallery.open(component, { language });
      await eachFixture(page, async (name) => {
        await expectWhole(page, name);
        if (language === "de") {
          await page.setViewportSize(SMALL[kind]);
          await expectWhole(page, `${name}, in a small window`);
          await page.setViewportSize(PAGE_SIZES[kind]);
        }
        if (language === "pseudo") {
          await readFrom(page, "rtl");
          await expectWhole(page, `${name}, from right to left`);
          await readFrom(page, "ltr");
        }
      });
    });

async function expectWhole(page: Page, name: string): Promise<void> {
  expect.soft(await cutTexts(page), name).toEqual([]);
}

function readFrom(page: Page, side: "ltr" | "rtl"): Promise<void> {
  return page.evaluate((dir) => {
    document.documentElement.dir = dir;
  }, side);
}
