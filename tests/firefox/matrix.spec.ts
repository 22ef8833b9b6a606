import { openPage } from "../harness/firefox/page.ts";
import { observe } from "../matrix/observe.ts";
import { partsOfMatrix } from "../matrix/parts.ts";
import { expect, test } from "./fixtures.ts";
import { marionetteDriver } from "./matrix-driver.ts";

/** What must differ in Firefox 153 from the table, and why. */
const OTHERWISE: Record<string, { expect: string }> = {
  // There, the options of an open list are text like any other, and someone who hovers one can learn who it names.
  "select-list": { expect: "option@matrix.example" },
};

test.describe.configure({ mode: "parallel" });

for (const { title, path, cases } of partsOfMatrix())
  test(`a pointer that rests on a case: ${title}`, async ({ firefox, sandbox }) => {
    test.setTimeout(30_000 + cases.length * 5_000);
    const page = await openPage(firefox.marionette);
    await page.goto(`${sandbox.url}${path}`);
    const driver = marionetteDriver(page);
    const targets = new Map((await driver.targets()).map((target) => [target.name, target]));
    for (const { name } of cases) {
      const target = targets.get(name);
      const wrong = target
        ? await observe(driver, { ...target, ...OTHERWISE[name] })
        : ["not on the page"];
      expect.soft(wrong, [name, ...wrong].join(": ")).toEqual([]);
    }
  });
