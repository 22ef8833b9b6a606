import type { Page } from "@playwright/test";
import type { Driver } from "../../matrix/driver.ts";
import { expect, test } from "../fixtures.ts";
import { playwrightDriver } from "./driver.ts";
import { openMatrix, targetOf } from "./open.ts";

/** The ways in which lists that show only a window of their rows put another row under a resting pointer. */
const WAYS: Record<string, (row: Element) => void> = {
  "the text node gets another value": (row) => {
    if (row.firstChild) row.firstChild.nodeValue = "reused@matrix.example";
  },
  "the element gets another text": (row) => {
    row.textContent = "reused@matrix.example";
  },
  "another row is moved to its place": (row) => {
    const other = row.parentElement?.lastElementChild as HTMLElement;
    const { style } = row as HTMLElement;
    other.textContent = "reused@matrix.example";
    [style.transform, other.style.transform] = [other.style.transform, style.transform];
  },
  "the row is replaced by another": (row) => {
    const other = row.cloneNode() as HTMLElement;
    other.textContent = "reused@matrix.example";
    row.replaceWith(other);
  },
};

for (const [way, change] of Object.entries(WAYS))
  test(`${way} under a resting pointer: the card closes, and nobody is looked up until the pointer moves`, async ({
    connected,
    sandbox,
  }) => {
    const page = await openMatrix(connected, sandbox);
    const driver = playwrightDriver(page);
    const spot = await (await targetOf(driver, "virtual-row")).find();
    await driver.point(spot);
    await expect.poll(() => asked(driver)).toBe("virtual-2@matrix.example");

    await page.locator("[data-virtual] > :nth-child(3)").evaluate(change);
    expect(await textAt(page, spot)).toBe("reused@matrix.example");
    await expect.poll(() => asked(driver), { timeout: 2_000 }).toBeUndefined();
    await driver.wait(800);
    expect(await asked(driver)).toBeUndefined();
    const queries = async () => JSON.stringify(await sandbox.log());
    expect(await queries()).toContain("virtual-2");
    expect(await queries()).not.toContain("reused");

    await page.mouse.move(spot.x - 4, spot.y);
    await expect.poll(() => asked(driver)).toBe("reused@matrix.example");
    await expect.poll(queries).toContain("reused");
  });

async function asked(driver: Driver): Promise<string | undefined> {
  return (await driver.look()).asked;
}

function textAt(page: Page, { x, y }: { x: number; y: number }): Promise<string | undefined> {
  return page.evaluate((at) => document.elementFromPoint(at.x, at.y)?.textContent, { x, y });
}
