import { MATRIX } from "../../sandbox/pages/matrix/index.ts";
import { openPage } from "../harness/firefox/page.ts";
import { observe } from "../matrix/observe.ts";
import { expect, test } from "./fixtures.ts";
import { marionetteDriver } from "./matrix-driver.ts";

test.describe.configure({ mode: "parallel" });

for (const { title, cases } of MATRIX)
  test(`${title} (${cases.length})`, async ({ firefox, sandbox }) => {
    test.setTimeout(30_000 + cases.length * 5_000);
    const page = await openPage(firefox.marionette);
    await page.goto(`${sandbox.url}/matrix`);
    const driver = marionetteDriver(page);
    const targets = new Map((await driver.targets()).map((target) => [target.name, target]));
    for (const { name } of cases) {
      const target = targets.get(name);
      const wrong = target ? await observe(driver, target) : ["not on the page"];
      expect.soft(wrong, [name, ...wrong].join(": ")).toEqual([]);
    }
  });
