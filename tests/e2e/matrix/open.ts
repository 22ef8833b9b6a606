import type { Page } from "@playwright/test";
import type { ExtensionBrowser } from "../../harness/browser.ts";
import type { Driver, Target } from "../../matrix/driver.ts";

/** Opens a page of the matrix. */
export async function openMatrix(
  { context }: ExtensionBrowser,
  { url }: { url: string },
  path: string,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  await page.mouse.move(8, 450);
  return page;
}

/** One case of an open matrix. @throws Error if it isn't there */
export async function targetOf(driver: Driver, name: string): Promise<Target> {
  const target = (await driver.targets()).find((each) => each.name === name);
  if (!target) throw new Error(`The page has no case ${name}.`);
  return target;
}
