import { TYPING_QUIET_MS } from "../../../lib/page/typing.ts";
import { longestPause, noteArrivals } from "../../harness/pauses.ts";
import { pathWith } from "../../matrix/parts.ts";
import { expect, test } from "../fixtures.ts";
import { playwrightDriver } from "./driver.ts";
import { openMatrix, targetOf } from "./open.ts";

/** Milliseconds between two keys, as when someone thinks while typing. */
const KEY_MS = 300;

const FIELDS = ["contenteditable", "textarea-line", "input-text"];

test("no card appears while someone types into a field, but one does a second later", async ({
  connected,
  sandbox,
}) => {
  test.setTimeout(180_000);
  const page = await openMatrix(connected, sandbox, pathWith(FIELDS));
  const driver = playwrightDriver(page);
  for (const name of FIELDS)
    await test.step(name, async () => {
      await sandbox.clearLog();
      const target = await targetOf(driver, name);
      const spot = await target.find();
      await page.evaluate(noteArrivals, "keydown");
      /**
       * No one is shown or requested; if a pause between two keys or before this check was long enough, the result
       * means nothing.
       */
      const expectNobody = async (when: string) => {
        const { card } = await driver.look();
        const asked = await sandbox.besideNames();
        if ((await page.evaluate(longestPause, true)) < TYPING_QUIET_MS)
          expect([card, asked], when).toEqual([null, []]);
      };
      await page
        .locator(`[data-case="=${name}"]`)
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
        await expectNobody(`after "${key}"`);
      }
      await page.mouse.move(spot.x + 2, spot.y);
      await driver.wait(500);
      await expectNobody("half a second later");

      await driver.wait(800);
      await page.mouse.move(spot.x, spot.y);
      await expect.poll(async () => (await driver.look()).asked).toBe(target.expect);
      await driver.leave();
      expect((await driver.look({ isShown: false, ms: 4_000 })).card).toBeNull();
    });
});

/** Runs in the page: moves the caret behind the last character of a field. */
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
