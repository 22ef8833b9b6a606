import { COLOURS, judge } from "../../harness/axe.ts";
import { COMPONENTS, eachFixture } from "../../harness/gallery.ts";
import { expect, test } from "./gallery.ts";

/** A component that is no whole page has not the page's heading. */
const PART = { rules: { "page-has-heading-one": { enabled: false } } };

for (const component of COMPONENTS)
  test(`axe finds nothing in any fixture, light or dark: ${component}`, async ({ gallery }) => {
    const page = await gallery.open(component);
    await eachFixture(page, async (name) => {
      const whole = (await page.locator("h1").count()) > 0;
      expect.soft(await judge(page, whole ? {} : PART), name).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect.soft(await judge(page, COLOURS), `${name}, dark`).toEqual([]);
      await page.emulateMedia({ colorScheme: "light" });
    });
  });
