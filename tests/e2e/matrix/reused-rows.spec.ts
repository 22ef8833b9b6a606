import type { Page } from "@playwright/test";
import type { Driver } from "../../matrix/driver.ts";
import { pathWith } from "../../matrix/parts.ts";
import { expect, test } from "../fixtures.ts";
import { playwrightDriver } from "./driver.ts";
import { openMatrix, targetOf } from "./open.ts";

const ROW = "virtual-row";

/** Ways in which virtualized lists put another row under a resting pointer. */
const WAYS: Record<string, (row: Element, reused: string) => void> = {
  "the text node's value changes": (row, reused) => {
    if (row.firstChild) row.firstChild.nodeValue = reused;
  },
  "the element's text changes": (row, reused) => {
    row.textContent = reused;
  },
  "another row is moved to its place": (row, reused) => {
    const other = row.parentElement?.lastElementChild as HTMLElement;
    const { style } = row as HTMLElement;
    other.textContent = reused;
    [style.transform, other.style.transform] = [other.style.transform, style.transform];
  },
  "the row is replaced by another": (row, reused) => {
    const other = row.cloneNode() as HTMLElement;
    other.textContent = reused;
    row.replaceWith(other);
  },
};

test("another row under a resting pointer: the card closes, and no one is looked up until the pointer moves", async ({
  connected,
  sandbox,
}) => {
  test.setTimeout(240_000);
  const page = await openMatrix(connected, sandbox, pathWith([ROW]));
  const driver = playwrightDriver(page);
  const spot = await (await targetOf(driver, ROW)).find();
  const list = page.locator("[data-virtual]");
  const rows = await list.innerHTML();
  const queries = async () => JSON.stringify(await sandbox.log());
  for (const [n, [way, change]] of Object.entries(WAYS).entries())
    await test.step(way, async () => {
      // Different ones for each way: no one is requested twice.
      const [first, reused] = [`virtual-2@way-${n}.example`, `reused@way-${n}.example`];
      await list.evaluate(
        (element, html) => {
          element.innerHTML = html;
        },
        rows.replaceAll("@matrix.example", `@way-${n}.example`),
      );
      await driver.point(spot);
      await expect.poll(() => asked(driver)).toBe(first);

      await list.locator("> :nth-child(3)").evaluate(change, reused);
      expect(await textAt(page, spot)).toBe(reused);
      expect((await driver.look({ isShown: false, ms: 2_000 })).card).toBeNull();
      await driver.wait(800);
      expect(await asked(driver)).toBeUndefined();
      expect(await queries()).toContain(encodeURIComponent(first));
      expect(await queries()).not.toContain(encodeURIComponent(reused));

      await page.mouse.move(spot.x - 4, spot.y);
      await expect.poll(() => asked(driver)).toBe(reused);
      await expect.poll(queries).toContain(encodeURIComponent(reused));
      await driver.leave();
      expect((await driver.look({ isShown: false, ms: 4_000 })).card).toBeNull();
    });
});

async function asked(driver: Driver): Promise<string | undefined> {
  return (await driver.look()).asked;
}

function textAt(page: Page, { x, y }: { x: number; y: number }): Promise<string | undefined> {
  return page.evaluate((at) => document.elementFromPoint(at.x, at.y)?.textContent, { x, y });
}
