import type { Page, PageScreenshotOptions } from "@playwright/test";
import { pageOf } from "../../../gallery/page-of.ts";

export interface Part {
  title: string;
  /** Where on the page; else all of it. */
  clip?: NonNullable<PageScreenshotOptions["clip"]>;
}

/**
 * What is pictured of a fixture: all that its page shows. But the options are long, and differ from fixture to fixture
 * in one section or two: of them each section by itself, unless it stands as it is in an earlier fixture.
 *
 * @param known sections that were pictured, to which the new ones are added
 */
export async function parts(
  page: Page,
  component: string,
  title: string,
  known: Set<string>,
): Promise<Part[]> {
  if (pageOf(component) !== "options") return [{ title }];
  await fitHeight(page);
  const found: Part[] = [];
  for (const [place, section] of (await page.locator("main > *").all()).entries()) {
    const clip = await section.boundingBox();
    const looks = await section.evaluate(looksOf);
    // What is only heard has no size.
    if (clip && clip.height > 1 && !known.has(looks))
      found.push({ title: `${title} ${place + 1}`, clip });
    known.add(looks);
  }
  return found;
}

/** Makes the window as high as all that it shows, so that nothing has to be scrolled to. */
export async function fitHeight(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const { width = 0 } = page.viewportSize() ?? {};
  await page.setViewportSize({ width, height });
}

/** Runs in the page: all that decides how an element looks. */
function looksOf(element: Element): string {
  const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const fields = [...element.querySelectorAll<HTMLInputElement>("input, select, textarea")];
  const states = fields.map(({ value, checked, disabled }) => [value, checked, disabled]);
  return JSON.stringify([scheme, element.outerHTML, states]);
}
