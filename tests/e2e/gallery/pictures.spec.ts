import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { pageOf } from "../../../gallery/page-of.ts";
import { smallPng } from "../../../scripts/small-png.ts";
import { COMPONENTS, eachFixture } from "../../harness/gallery.ts";
import { expect, test } from "./gallery.ts";
import { fitHeight, type Part, parts } from "./parts.ts";

/**
 * Every fixture looks as it did, in light and dark; and one of each component in other languages. After a change that is
 * meant to be seen, `npm run e2e -- gallery/pictures -u` takes the pictures anew that differ.
 */

/** Enough to tell what differs. */
const COLOURS = 64;

const PICTURES = "tests/e2e/gallery/pictures";

/** Of two pixels and of two pictures. Chromium 150 and 156 (Debian) draw all alike; only the palettes differ by a shade. */
const SAME = { threshold: 0.03, maxDiffPixels: 12 };

/** With signs that no bundled font has, so that each machine draws them in its own. */
const NOT_THE_SAME_EVERYWHERE = /^a record as large as a reply/;

/** The fixture that shows most of a component; else its first. */
const TELLING: Record<string, string> = {
  "answer-view": "two users share the address",
  absent: "found in other zones, and some that do not say",
  "card/card": "found",
  "options/options": "set by the organization, with mistakes",
  "options/pattern-field": "wrong lines",
  "popup/on-this-page": "listed",
  "popup/popup": "results, zones to choose from",
  "popup/site-controls": "lines",
  "sidepanel/side-panel": "sessions, grants and a timeline",
};

for (const component of COMPONENTS) {
  test(`every fixture looks as it did, in light and dark: ${component}`, async ({ gallery }) => {
    const page = await gallery.open(component);
    const drawn: string[] = [];
    const known = new Set<string>();
    await eachFixture(page, async (name) => {
      if (NOT_THE_SAME_EVERYWHERE.test(name)) return;
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        for (const part of await parts(page, component, `${name} ${colorScheme}`, known))
          drawn.push(await compare(page, component, part));
      }
      await page.emulateMedia({ colorScheme: "light" });
    });
    expect(new Set(drawn).size, "fixtures with names of their own").toBe(drawn.length);
    const kept = readdirSync(`${PICTURES}/${component}`).filter((file) =>
      /-(light|dark)(-\d+)?\.png$/.test(file),
    );
    expect(
      kept.filter((file) => !drawn.includes(file)),
      "pictures of no fixture",
    ).toEqual([]);
  });

  test(`looks as it did in other languages: ${component}`, async ({ gallery }) => {
    for (const language of ["de", "ja", "pseudo", "rtl"] as const) {
      const page = await gallery.open(component, { language });
      const names = await page.evaluate(() => window.stage?.names ?? []);
      const name = names.find((one) => one === TELLING[component]) ?? names[0] ?? "";
      // Twice: the first time shows which parts of the fonts for other languages are needed, and these are fetched.
      await page.evaluate(async (asked) => {
        await window.stage?.show(asked);
        await document.fonts.ready;
        await window.stage?.show(asked);
      }, name);
      if (pageOf(component) === "options") await fitHeight(page);
      await compare(page, component, { title: `${name} ${language}` });
    }
  });
}

/** Changes of a style sheet that nobody meant. */
const PLANTED = {
  "another colour of a word": ".pill-good { color: var(--accent) }",
  "a ground that is a shade darker": ".card-bar { background: #eceef2 }",
  "2 px more padding": ".pill { padding-inline-end: 12px }",
  "a word that is cut": ".chip { max-width: 60px }",
};

test("a colour, 2 px and a word that is cut are seen to differ", async ({ gallery }) => {
  const page = await gallery.open("card/card");
  await page.evaluate(() => window.stage?.show("found"));
  for (const [what, content] of Object.entries(PLANTED)) {
    const style = await page.addStyleTag({ content });
    const picture = await take(page);
    expect.soft(picture, what).not.toMatchSnapshot(["card", "card", "found-light.png"], SAME);
    await style.evaluate((element) => (element as Element).remove());
  }
  expect(await take(page)).toMatchSnapshot(["card", "card", "found-light.png"], SAME);
});

/** Takes a picture and compares it. @returns the name of its file */
async function compare(page: Page, component: string, { title, clip }: Part): Promise<string> {
  const file = `${title.replace(/[^\p{L}\p{N}]+/gu, "-")}.png`;
  expect.soft(await take(page, clip), title).toMatchSnapshot([...component.split("/"), file], SAME);
  return file;
}

async function take(page: Page, clip?: Part["clip"]): Promise<Buffer> {
  const png = await page.screenshot({
    animations: "disabled",
    caret: "hide",
    ...(clip && { clip }),
  });
  return smallPng(png, COLOURS);
}
