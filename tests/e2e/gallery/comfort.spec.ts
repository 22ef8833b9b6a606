import { pageOf } from "../../../gallery/page-of.ts";
import { cutTexts, sidewaysScroll } from "../../harness/cut-text.ts";
import { unclearFocus } from "../../harness/focus.ts";
import { unseenStates } from "../../harness/forced-colours.ts";
import { COMPONENTS, eachFixture } from "../../harness/gallery.ts";
import { expect, test } from "./gallery.ts";

/** For those who use the keyboard, enlarge, choose their own colours, or are made ill by what moves. */

/** Windows of half the usual size, which is what a zoom of 200 % leaves, and no wider than 320 px where they can be. */
const SMALL = {
  card: { width: 300, height: 240 },
  popup: { width: 400, height: 300 },
  sidepanel: { width: 320, height: 400 },
  options: { width: 320, height: 400 },
};

/** What WCAG 2.2 lets people set (1.4.12). */
const SPACED = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

for (const component of COMPONENTS) {
  test(`the focus is seen, and nothing lies over it: ${component}`, async ({ gallery }) => {
    const page = await gallery.open(component);
    await eachFixture(page, async (name) => {
      expect.soft(await unclearFocus(page), name).toEqual([]);
    });
  });

  test(`states are seen in forced colours, and nothing moves where motion is reduced: ${component}`, async ({
    gallery,
  }) => {
    const page = await gallery.open(component);
    await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
    await eachFixture(page, async (name) => {
      expect.soft(await unseenStates(page), name).toEqual([]);
      expect.soft(await page.evaluate(() => window.stage?.moving()), name).toEqual([]);
    });
  });

  test(`a window of 320 px or a zoom of 200 % cuts nothing: ${component}`, async ({ gallery }) => {
    const size = SMALL[pageOf(component)];
    const page = await gallery.open(component, { language: "de", size });
    await eachFixture(page, async (name) => {
      expect.soft(await cutTexts(page), name).toEqual([]);
      expect.soft(await sidewaysScroll(page), name).toBe(0);
    });
  });

  test(`wider spaces between letters, words and lines cut nothing: ${component}`, async ({
    gallery,
  }) => {
    const page = await gallery.open(component);
    await page.addStyleTag({ content: SPACED });
    await eachFixture(page, async (name) => {
      expect.soft(await cutTexts(page), name).toEqual([]);
      expect.soft(await sidewaysScroll(page), name).toBe(0);
    });
  });
}
