import type { Page } from "@playwright/test";
import { judge, judgeNewColors } from "../../harness/axe.ts";
import { cutTexts } from "../../harness/cut-text.ts";
import { unclearFocus } from "../../harness/focus.ts";
import { unseenStates } from "../../harness/forced-colors.ts";
import { COMPONENTS, eachFixture } from "../../harness/gallery.ts";
import { expect, test } from "./gallery.ts";

/** Each fixture is drawn once, in English, and then checked in every way. */

/** A component that isn't a whole page lacks the page's heading. */
const PART = { rules: { "page-has-heading-one": { enabled: false } } };

/** The text spacing that people can set according to WCAG 2.2 (1.4.12). */
const SPACED = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

/** By what each checks. Each leaves the page as it found it. */
const CHECKS: Record<string, (page: Page) => Promise<string[]>> = {
  "what moves on and on": (page) => page.evaluate(() => window.stage?.moving() ?? []),

  async "what axe finds"(page) {
    const whole = (await page.locator("h1").count()) > 0;
    // An element that is half below the row of buttons is hit once it is scrolled to.
    await page.evaluate(() =>
      document.querySelector(".chip-more")?.scrollIntoView({ block: "center" }),
    );
    return judge(page, whole ? {} : PART);
  },

  async "what axe finds in the dark"(page) {
    await page.emulateMedia({ colorScheme: "dark" });
    const found = await judgeNewColors(page);
    await page.emulateMedia({ colorScheme: "light" });
    return found;
  },

  "a focus that is not seen": unclearFocus,

  async "states that forced colors hide"(page) {
    await page.emulateMedia({ forcedColors: "active" });
    const unseen = await unseenStates(page);
    await page.emulateMedia({ forcedColors: "none" });
    return unseen;
  },

  async "what wider spaces cut"(page) {
    const spaced = await page.addStyleTag({ content: SPACED });
    const found = await cutTexts(page);
    await spaced.evaluate((style) => (style as Element).remove());
    return found;
  },
};

for (const component of COMPONENTS)
  test(`axe finds nothing in light or dark, the focus is seen, so are states in forced colors, nothing moves, wider spaces cut nothing: ${component}`, async ({
    gallery,
  }) => {
    const page = await gallery.open(component);
    await eachFixture(page, async (name) => {
      for (const [what, find] of Object.entries(CHECKS))
        expect.soft(await find(page), `${name}: ${what}`).toEqual([]);
    });
  });
