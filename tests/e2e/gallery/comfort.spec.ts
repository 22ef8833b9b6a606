import { cutTexts, sidewaysScroll } from "../../harness/cut-text.ts";
import { unclearFocus } from "../../harness/focus.ts";
import { unseenStates } from "../../harness/forced-colours.ts";
import { COMPONENTS, eachFixture } from "../../harness/gallery.ts";
import { expect, test } from "./gallery.ts";

/** For those who use the keyboard, enlarge, choose their own colours, or are made ill by what moves. */

/** What WCAG 2.2 lets people set (1.4.12). */
const SPACED = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

for (const component of COMPONENTS)
  test(`the focus is seen, states are seen in forced colours, nothing moves where motion is reduced, wider spaces cut nothing: ${component}`, async ({
    gallery,
  }) => {
    const page = await gallery.open(component);
    await eachFixture(page, async (name) => {
      expect.soft(await page.evaluate(() => window.stage?.moving()), name).toEqual([]);
      expect.soft(await unclearFocus(page), name).toEqual([]);
      await page.emulateMedia({ forcedColors: "active" });
      expect.soft(await unseenStates(page), name).toEqual([]);
      await page.emulateMedia({ forcedColors: "none" });
      const spaced = await page.addStyleTag({ content: SPACED });
      expect.soft(await cutTexts(page), name).toEqual([]);
      expect.soft(await sidewaysScroll(page), name).toBe(0);
      await spaced.evaluate((style) => (style as Element).remove());
    });
  });
