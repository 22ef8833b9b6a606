import { rmSync } from "node:fs";
import type { Page } from "@playwright/test";
import { pageOf } from "../../../gallery/page-of.ts";
import { smallPng } from "../../../scripts/small-png.ts";
import type { Gallery } from "../../harness/gallery.ts";
import { filesBelow } from "../../unit/files-below.ts";
import { choosePictures, PICTURED, type Picture, type Setting } from "./choice.ts";
import { expect, test } from "./gallery.ts";

/**
 * Everything visible looks as it did. After an intended visual change, `npm run e2e -- gallery/pictures -u` retakes the
 * pictures that differ, and deletes those that no longer show anything unique.
 */

/** Someone looks through all of them, and every clone contains them. */
const MOST_PICTURES = 150;

/** Enough to show a difference. */
const COLORS = 64;

const FOLDER = "tests/e2e/gallery/pictures";

/**
 * For two pixels, and for two pictures. Chromium 150 and 156 (Debian) draw everything the same; only the palettes
 * differ by a shade.
 */
const SAME = { threshold: 0.03, maxDiffPixels: 12 };

const LIGHT = { colorScheme: "light", forcedColors: "none" } as const;

type Media = Parameters<Page["emulateMedia"]>[0];

/** Settings in English. */
const MEDIA: Record<Setting, Media> = {
  light: LIGHT,
  dark: { ...LIGHT, colorScheme: "dark" },
  forced: { ...LIGHT, forcedColors: "active" },
};

const languageOf = (setting: Setting) => (PICTURED.includes(setting) ? setting : "en");

test("all that can be seen looks as it did", async ({ gallery }, { config }) => {
  const pictures = await choosePictures(gallery);
  const files = pictures.map(fileOf);
  expect(files.length).toBeLessThanOrEqual(MOST_PICTURES);
  expect(new Set(files).size, "fixtures with names of their own").toBe(files.length);
  for (const drawing of new Set(pictures.map(drawingOf))) {
    const [first, ...others] = pictures.filter((picture) => drawingOf(picture) === drawing);
    if (!first) continue;
    const page = await draw(gallery, first);
    for (const picture of [first, ...others])
      expect
        .soft(await take(page, picture), fileOf(picture))
        .toMatchSnapshot(fileOf(picture).split("/"), SAME);
  }

  const idle = filesBelow(FOLDER, /\.png$/).filter(
    (file) => !files.includes(file.slice(FOLDER.length + 1)),
  );
  if (/^(all|changed)$/.test(config.updateSnapshots)) for (const file of idle) rmSync(file);
  else expect(idle, "pictures that are not needed any more").toEqual([]);
});

/** Unintended changes of a style sheet. */
const PLANTED = {
  "another color of a word": ".pill-good { color: var(--accent) }",
  "a ground that is a shade darker": ".card-bar { background: #eceef2 }",
  "2 px more padding": ".pill { padding-inline-end: 12px }",
  "a word that is cut": ".chip { max-width: 60px }",
};

test("a color, 2 px and a word that is cut are seen to differ", async ({ gallery }) => {
  const found: Picture = {
    component: "card/card",
    fixture: "pinned, asked again",
    setting: "light",
  };
  const page = await draw(gallery, found);
  const file = fileOf(found).split("/");
  for (const [what, content] of Object.entries(PLANTED)) {
    const style = await page.addStyleTag({ content });
    expect.soft(await take(page, found), what).not.toMatchSnapshot(file, SAME);
    await style.evaluate((element) => (element as Element).remove());
  }
  expect(await take(page, found)).toMatchSnapshot(file, SAME);
});

/** Its path below the folder of all pictures. */
function fileOf({ component, fixture, section, setting }: Picture): string {
  const title = section === undefined ? fixture : `${fixture} ${section + 1}`;
  return `${component}/${title.replace(/[^\p{L}\p{N}]+/gu, "-")}-${setting}.png`;
}

/** A fixture that is pictured in several settings, or by section, is drawn once. */
function drawingOf({ component, fixture, setting }: Picture): string {
  return [languageOf(setting), component, fixture].join();
}

async function draw(gallery: Gallery, { component, fixture, setting }: Picture): Promise<Page> {
  const language = languageOf(setting);
  const page = await gallery.open(component, { language });
  await page.evaluate((name) => window.stage?.show(name), fixture);
  // The first render shows which parts of the fonts for other languages are needed; the second has them.
  if (language !== "en") await page.evaluate((name) => window.stage?.show(name), fixture);
  return page;
}

async function take(page: Page, { component, section, setting }: Picture): Promise<Buffer> {
  await page.emulateMedia(MEDIA[setting] ?? LIGHT);
  if (pageOf(component) === "options") await fitHeight(page);
  const part = section === undefined ? undefined : page.locator("main > *").nth(section);
  const clip = await part?.boundingBox();
  await page.evaluate(setReadOnly, true);
  const png = await page.screenshot({ animations: "disabled", ...(clip && { clip }) });
  await page.evaluate(setReadOnly, false);
  return smallPng(png, COLORS);
}

/**
 * A read-only field keeps its focus, and has no blinking caret. Playwright hides carets by their color, which forced
 * colors override (Chromium 156).
 */
function setReadOnly(readOnly: boolean): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement)
    focused.readOnly = readOnly;
}

/** Makes the window as high as the page, so that nothing has to be scrolled to. */
async function fitHeight(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const { width = 0 } = page.viewportSize() ?? {};
  if (page.viewportSize()?.height !== height) await page.setViewportSize({ width, height });
}
