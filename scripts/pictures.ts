import { mkdir, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { API_KEYS } from "../sandbox/credentials.ts";
import { TEST_IDS } from "../sandbox/pages/test-ids.ts";
import { ACME } from "../sandbox/zones.ts";
import { type ExtensionBrowser, launchWithExtension } from "../tests/harness/browser.ts";
import { buildExtension } from "../tests/harness/build-extension.ts";
import { connectByForm } from "../tests/harness/connect.ts";
import { optionsPage } from "../tests/harness/extension-page.ts";
import { attachPopup, type Popup } from "../tests/harness/popup.ts";
import { startSandboxProcess } from "../tests/harness/sandbox-process.ts";
import { hover, leave, openTicket } from "../tests/harness/steps.ts";
import { panelInWindow, popupInWindow, tile } from "./picture-frames.ts";
import { smallPng } from "./small-png.ts";

/**
 * `npm run pictures`: the screenshots for the README and the stores, from the real extension on the sandbox's ticket.
 * All people in them are the sandbox's. They differ slightly between machines, because of fonts, and by day.
 */

const README = "docs/pictures";
const STORES = "docs/store/pictures";

/** The size that the Chrome Web Store requires. */
const SIZE = { width: 1280, height: 800 };

const sandbox = await startSandboxProcess();
const extension = await buildExtension(sandbox.url, ".output/pictures");
const browser = await launchWithExtension(extension, {
  headless: true,
  colorScheme: "light",
  viewport: SIZE,
  // Dates are in UTC, not in this machine's time zone.
  env: { ...process.env, TZ: "UTC" } as Record<string, string>,
  args: ["--hide-scrollbars", "--disable-lcd-text", "--font-render-hinting=none"],
});
try {
  await mkdir(README, { recursive: true });
  await mkdir(STORES, { recursive: true });
  await connectByForm(browser, { apiKey: API_KEYS.full, zone: ACME.id });
  await takeAll(browser);
} finally {
  await browser.close();
  await sandbox.stop();
}

async function takeAll({ context, address }: ExtensionBrowser): Promise<void> {
  const ticket = await openTicket(browser, sandbox, 1);
  await ticket.bringToFront();
  const bare = await ticket.screenshot();

  const card = await hover(ticket, ticket.getByTestId(TEST_IDS.requesterEmail));
  await card.locator("main[data-state=found]").waitFor();
  const withCard = await ticket.screenshot();
  await keep(withCard, README, "card-on-a-ticket");
  await keep(withCard, STORES, "1-card-on-a-ticket");
  await leave(ticket);

  const frame = await context.newPage();
  await withPopup(ticket, async (popup) => {
    await popup.type("ada");
    await popup.until("document.querySelector('[role=listbox] [role=option]')");
    await keepPopup(popup, "popup", "2-search");
  });
  await withPopup(ticket, async (popup) => {
    await click(popup, "On this page");
    await popup.until("document.body.innerText.includes('Look up all')");
    await click(popup, "Look up all");
    await popup.until("document.body.innerText.includes('need attention')");
    await keepPopup(popup, "on-this-page", "3-on-this-page");
  });

  // The panel follows her lookup; her account is disabled and her grant hasn't ended.
  await ticket.bringToFront();
  const whose = await hover(ticket, ticket.getByTestId(TEST_IDS.threadMailto).first());
  await whose.locator("main[data-state=found]").waitFor();
  await leave(ticket);

  const panel = await context.newPage();
  await panel.setViewportSize({ width: 380, height: SIZE.height });
  await panel.goto(address("sidepanel.html"));
  await panel.getByRole("region", { name: "Timeline" }).waitFor();
  await panel.getByText("Loading…").first().waitFor({ state: "hidden" });
  const panelShown = await panel.screenshot();
  await ticket.bringToFront();
  await ticket.setViewportSize({ width: SIZE.width - 381, height: SIZE.height });
  const narrow = await ticket.screenshot();
  await frame.bringToFront();
  const both = await shoot(frame, panelInWindow(narrow, panelShown));
  await keep(both, README, "side-panel");
  await keep(both, STORES, "4-side-panel");

  const options = await optionsPage(browser);
  await options.bringToFront();
  await options.evaluate(() => scrollTo(0, 0));
  const optionsShown = await options.screenshot();
  await keep(optionsShown, README, "options");
  await keep(optionsShown, STORES, "5-options");

  await frame.bringToFront();
  await frame.setViewportSize({ width: 440, height: 280 });
  await keep(await shoot(frame, tile()), STORES, "tile");

  async function keepPopup(popup: Popup, forReadme: string, forStores: string): Promise<void> {
    const shown = await popup.screenshot();
    await keep(shown, README, forReadme);
    await keep(await shoot(frame, popupInWindow(bare, shown)), STORES, forStores);
  }
}

/** Opens the toolbar popup over a page, and closes it afterwards. */
async function withPopup(page: Page, use: (popup: Popup) => Promise<void>): Promise<void> {
  await page.bringToFront();
  await (await browser.worker()).evaluate(() => chrome.action.openPopup());
  const popup = await attachPopup(browser);
  await popup.until("document.activeElement.getAttribute('role') === 'combobox'");
  await use(popup);
  await popup.read("window.close()");
}

/** @param name how the button's name begins */
async function click(popup: Popup, name: string): Promise<void> {
  const button = `[...document.querySelectorAll("button")].find((one) => one.innerText.startsWith("${name}"))`;
  await popup.until(button);
  await popup.read(`${button}.click()`);
}

async function shoot(frame: Page, html: string): Promise<Buffer> {
  await frame.setContent(html);
  return frame.screenshot();
}

async function keep(png: Buffer, folder: string, name: string): Promise<void> {
  const path = `${folder}/${name}.png`;
  await writeFile(path, smallPng(png));
  console.log(path);
}
