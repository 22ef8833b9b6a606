import { chromium, type Page } from "@playwright/test";
import { build, preview } from "vite";
import type { Language } from "../../gallery/languages.ts";
import { PAGE_SIZES, pageOf } from "../../gallery/page-of.ts";
import { ensureChromium } from "../../scripts/chromium.ts";
import { filesBelow } from "../unit/files-below.ts";
import { QUIET_SWITCHES } from "./quiet-switches.ts";

/** The fixtures of all components in a browser, in the form that tests use. */
export interface Gallery {
  /** The stage with a component on it. It is loaded once per language, and its fixtures are drawn one after another. */
  open(component: string, options?: Opened): Promise<Page>;
  close(): Promise<void>;
}

interface Opened {
  language?: Language;
  size?: { width: number; height: number };
}

/** Paths of the fixture files below components/, without extension. */
export const COMPONENTS = filesBelow("components", /\.fixtures\.tsx$/).map((path) =>
  path.replace(/^components\/|\.fixtures\.tsx$/g, ""),
);

/** Draws text and boxes the same on every machine. */
const SAME_EVERYWHERE = [
  "--font-render-hinting=none",
  "--disable-lcd-text",
  "--disable-font-subpixel-positioning",
  "--force-color-profile=srgb",
  "--force-device-scale-factor=1",
  "--hide-scrollbars",
  "--disable-gpu",
];

/** @param outDir where to build the page of all fixtures */
export async function openGallery(outDir: string): Promise<Gallery> {
  const configFile = "gallery/vite.config.ts";
  await build({ configFile, build: { outDir, emptyOutDir: true } });
  const server = await preview({ configFile, build: { outDir }, preview: { port: 0 } });
  const [url = ""] = server.resolvedUrls?.local ?? [];
  const browser = await chromium.launch({
    ...(await ensureChromium()),
    args: [...QUIET_SWITCHES, ...SAME_EVERYWHERE],
  });
  const context = await browser.newContext({ timezoneId: "UTC" });
  const page = await context.newPage();
  let loaded: Language | undefined;
  return {
    async open(component, { language = "en", size = PAGE_SIZES[pageOf(component)] } = {}) {
      await page.setViewportSize(size);
      await page.emulateMedia({
        colorScheme: "light",
        reducedMotion: "reduce",
        forcedColors: "none",
      });
      if (loaded !== language) await load(page, `${url}stage.html?in=${language}`);
      loaded = language;
      await page.evaluate((asked) => window.stage?.open(asked), component);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function load(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => window.stage);
  // What is drawn before its font is loaded is off by a fraction of a px (Chromium 156).
  await page.evaluate(async () => {
    const faces = [...document.fonts].filter(({ family }) => family.includes("Noto Sans"));
    await Promise.all(faces.map((face) => face.load()));
  });
}

/** Items after the fortieth of their kind, in a list or record with hundreds. */
const FLOOD = ["li", "tr", ".detail"].map((part) => `${part}:nth-child(n + 40)`).join();

/**
 * Draws a component's fixtures one after another, without the flood: each check of ten thousand elements takes seconds.
 *
 * @throws Error if one doesn't show what it has to
 */
export async function eachFixture(
  page: Page,
  look: (name: string) => Promise<void>,
): Promise<void> {
  const names = await page.evaluate(() => window.stage?.names ?? []);
  for (const name of names) {
    const missing = await page.evaluate((asked) => window.stage?.show(asked), name);
    if (missing?.length && page.url().endsWith("in=en")) {
      const shown = await page.evaluate(() => document.body.innerHTML);
      throw new Error(`${name} does not show: ${missing.join(", ")}. The page is: ${shown}`);
    }
    await page.evaluate((flood) => {
      for (const part of document.querySelectorAll(flood)) part.remove();
    }, FLOOD);
    await look(name);
  }
}
