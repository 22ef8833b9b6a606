import { expect, test } from "../fixtures.ts";
import { playwrightDriver } from "./driver.ts";
import { openMatrix, targetOf } from "./open.ts";

/** Milliseconds between two keys, as somebody types who thinks. */
const KEY_MS = 300;

test("while somebody types into a field no card appears, a second later it does", async ({
  connected,
  sandbox,
}) => {
  test.setTimeout(180_000);
  const page = await openMatrix(connected, sandbox);
  const driver = playwrightDriver(page);
  for (const name of ["contenteditable", "textarea-line", "input-text"])
    await test.step(name, async () => {
      await sandbox.clearLog();
      const target = await targetOf(driver, name);
      const spot = await target.find();
      await page
        .locator(`[data-case=${name}]`)
        .locator("[contenteditable], textarea, input")
        .evaluate(focusEnd);
      await page.keyboard.press("Space");
      await driver.point(spot);
      for (const key of "hello") {
        await page.keyboard.press(key);
        await page.mouse.move(spot.x + 2, spot.y);
        await driver.wait(KEY_MS / 2);
        await page.mouse.move(spot.x, spot.y);
        await driver.wait(KEY_MS / 2);
        expect((await driver.look()).card, `after "${key}"`).toBeNull();
      }
      await page.mouse.move(spot.x + 2, spot.y);
      await driver.wait(500);
      expect((await driver.look()).card).toBeNull();
      expect(await sandbox.log()).toEqual([]);

      await driver.wait(800);
      await page.mouse.move(spot.x, spot.y);
      await expect.poll(async () => (await driver.look()).asked).toBe(target.expect);
      await driver.leave();
      expect((await driver.look({ isShown: false, ms: 4_000 })).card).toBeNull();
    });
});

/** Runs in the page: puts the keyboard behind the last character of a field. */
function focusEnd(field: HTMLElement): void {
  field.focus();
  if (field.isContentEditable) getSelection()?.selectAllChildren(field);
  else (field as HTMLInputElement).select();
  getSelection()?.collapseToEnd();
  if ("setSelectionRange" in field) {
    const { value } = field as unknown as HTMLInputElement;
    (field as unknown as HTMLInputElement).setSelectionRange(value.length, value.length);
  }
}
