import { PIECES } from "../../sandbox/pages/real-markup/pieces.ts";
import { observe } from "../matrix/observe.ts";
import { expect, test } from "./fixtures.ts";
import { playwrightDriver } from "./matrix/driver.ts";

test("people in the markup of well-known tools are recognized, and no one if several can be meant", async ({
  connected,
  sandbox,
}) => {
  test.setTimeout(30_000 + PIECES.length * 5_000);
  const page = await connected.context.newPage();
  await page.goto(`${sandbox.url}/real-markup`);
  const driver = playwrightDriver(page);
  const targets = await driver.targets();
  expect(targets.map(({ name }) => name)).toEqual(PIECES.map(({ name }) => name));
  for (const target of targets)
    await test.step(target.name, async () => {
      const wrong = await observe(driver, target);
      expect.soft(wrong, [target.name, ...wrong].join(": ")).toEqual([]);
    });
});
