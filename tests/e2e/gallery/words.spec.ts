import { cutTexts, sidewaysScroll } from "../../harness/cut-text.ts";
import { COMPONENTS, eachFixture } from "../../harness/gallery.ts";
import { expect, test } from "./gallery.ts";

/** Nothing that is said is cut: by longer words, by other letters, from the right to the left. */

for (const language of ["de", "ja", "pseudo", "rtl"] as const)
  for (const component of COMPONENTS)
    test(`no text is cut, and nothing is wider than its page: ${language}: ${component}`, async ({
      gallery,
    }) => {
      const page = await gallery.open(component, { language });
      await eachFixture(page, async (name) => {
        expect.soft(await cutTexts(page), name).toEqual([]);
        expect.soft(await sidewaysScroll(page), name).toBe(0);
      });
    });
