import { readFile, writeFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { ensureChromium } from "./chromium.ts";

/** Draws public/icon/*.png from icon/icon.svg. Run it manually when the drawing changes: `npx tsx scripts/icons.ts`. */

const SIZES = [16, 32, 48, 96, 128];
const folder = new URL("../public/icon/", import.meta.url);

const svg = await readFile(new URL("./icon/icon.svg", import.meta.url), "utf8");
const browser = await chromium.launch(await ensureChromium());
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  await writeFile(new URL(`${size}.png`, folder), png);
}
await browser.close();
