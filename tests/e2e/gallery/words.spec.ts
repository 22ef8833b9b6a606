import type { Page } from "@playwright/test";
import { pageOf } from "../../../gallery/page-of.ts";
import { cutTexts, sidewaysScroll } from "../../harness/cut-text.ts";
import { COMPONENTS, eachFixture } from "../../harness/gallery.ts";
import { expect, test } from "./gallery.ts";

/** Nothing that is said is cut: by longer words, by other letters, from the right to the left, by a small window. */

/** Windows of half the usual size, which is what a zoom of 200 % leaves, and no wider than 320 px where they can be. */
const SMALL = {
  card: { width: 300, height: 240 },
  popup: { width: 400, height: 300 },
  sidepanel: { width: 320, height: 400 },
  options: { width: 320, height: 400 },
};

for (const language of ["de", "ja", "pseudo", "rtl"] as const)
  for (const component of COMPONENTS)
    test(`no text is cut, and nothing is wider than its page: ${language}: ${component}`, async ({
      gallery,
    }) => {
      const page = await gallery.open(component, { language });
      await eachFixture(page, (name) => expectWhole(page, name));
    });

for (const component of COMPONENTS)
  test(`a window of 320 px or a zoom of 200 % cuts nothing: ${component}`, async ({ gallery }) => {
    const page = await gallery.open(component, { language: "de", size: SMALL[pageOf(component)] });
    await eachFixture(page, (name) => expectWhole(page, name));
  });

async function expectWhole(page: Page, name: string): Promise<void> {
  expect.soft(await cutTexts(page), name).toEqual([]);
  expect.soft(await sidewaysScroll(page), name).toBe(0);
}
