import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { openBrowserSettings } from "../harness/browser-settings.ts";
import { connect } from "../harness/connect.ts";
import { liveScripts } from "../harness/content-world.ts";
import { canStartDisplay, startDisplay } from "../harness/display.ts";
import { optionsPage, sendFromExtensionPage } from "../harness/extension-page.ts";
import { attachPopup, openPopupByHand } from "../harness/popup.ts";
import { pressCommand } from "../harness/press-command.ts";
import { changeSite } from "../harness/profile-sites.ts";
import { hover, isShown, pointAt, shownCard } from "../harness/steps.ts";
import { test as base, expect } from "./fixtures.ts";

/** A site that the build can't read, with the sandbox behind it. */
const SITE = "http://tickets.example";
const PATTERN = `${SITE}/*`;

interface Machine {
  /** Starts a browser, connected, on the same profile as before. */
  start(): Promise<ExtensionBrowser>;
  /** Grants the extension access to the site, or removes it; the browser must be closed. */
  change(change: "granted" | "taken"): Promise<void>;
  /** The sample ticket on that site. */
  ticket: string;
}

/** One profile over several starts of the browser; the first has connected, and can read no site. */
const test = base.extend<{ machine: Machine }>({
  machine: async ({ profile, launch, sandbox }, use) => {
    const site = `${SITE}:${new URL(sandbox.url).port}`;
    const started: ExtensionBrowser[] = [];
    const start = async () => {
      const browser = await launch({
        profile,
        pages: [site],
        hosts: ["tickets.example"],
        args: ["--enable-unsafe-extension-debugging"],
      });
      started.push(browser);
      // It opens on each start of an unpacked extension, and would be in front of the test's page.
      await optionsPage(browser);
      return browser;
    };
    const first = await start();
    await connect(first, { apiKey: API_KEYS.full, zone: ACME.id });
    await first.close();
    await use({
      start,
      change: (change) => changeSite(profile, first.extensionId, PATTERN, change),
      ticket: `${site}/tickets/1`,
    });
    await Promise.all(started.map((browser) => browser.close()));
  },
});

async function open(browser: ExtensionBrowser, address: string) {
  const page = await browser.context.newPage();
  await page.goto(address);
  return page;
}

type Page = Awaited<ReturnType<typeof open>>;

const marks = (page: Page) => page.evaluate(() => CSS.highlights.get("keycard-lookup")?.size ?? 0);

/** Hovers someone for longer than a card takes to appear. */
async function expectNoCard(page: Page): Promise<void> {
  await page.mouse.move(5, 5);
  await pointAt(page, page.getByTestId(TEST_IDS.requesterEmail));
  await page.waitForTimeout(800);
  expect(await isShown(page)).toBe(false);
}

/** The scripts that are registered for pages. */
async function registered({ worker }: ExtensionBrowser): Promise<string[]> {
  return (await worker()).evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches = [] }) => matches),
  );
}

test("a site that is removed in the browser's own settings is off at once: in its page, in options and in the popup", async ({
  machine,
}) => {
  await machine.change("granted");
  const browser = await machine.start();
  const settings = await openBrowserSettings(browser);
  const options = await open(browser, browser.address("options.html"));
  const off = options.getByRole("button", { name: `Turn off ${SITE}` });
  await expect(off).toBeVisible();

  const page = await open(browser, machine.ticket);
  await sendFromExtensionPage(browser, { type: "switchMarks", pattern: PATTERN, on: true });
  await page.bringToFront();
  await expect.poll(() => marks(page)).toBeGreaterThan(5);
  await page.mouse.move(5, 5);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  expect(await registered(browser)).toEqual([PATTERN, PATTERN]);
  await openPopupByHand(browser, page);
  const popup = await attachPopup(browser);
  const site = `document.querySelector('[role=switch][aria-label="Hover cards on ${SITE}"]')`;
  const lines = `document.querySelector('[role=switch][aria-label^="Underline addresses and IDs"]')`;
  await popup.until(`${site}?.ariaChecked === "true" && ${lines}?.ariaChecked === "true"`);
  await page.mouse.move(5, 5);
  await hover(page, page.getByTestId(TEST_IDS.requesterEmail));

  await settings.removeSite(PATTERN);
  await expect(off).toHaveCount(0);
  await popup.until(`${site}?.ariaChecked === "false" && ${lines}.disabled`);
  await expect(page.locator("[popover=manual]")).toHaveCount(0);
  await expect.poll(() => marks(page)).toBe(0);
  await expect.poll(() => liveScripts(browser, page)).toBe(0);
  await expect.poll(() => registered(browser)).toEqual([]);
  await expectNoCard(page);

  // Nothing comes back when the page reloads, nor underlines with the site.
  await page.reload();
  expect(await liveScripts(browser, page)).toBe(0);
  await expectNoCard(page);
  await browser.close();
  await machine.change("granted");
  const again = await machine.start();
  const anew = await open(again, machine.ticket);
  await hover(anew, anew.getByTestId(TEST_IDS.requesterEmail));
  expect(await marks(anew)).toBe(0);
});

test("a site that was removed while the browser was closed is off from the start", async ({
  machine,
}) => {
  await machine.change("granted");
  const first = await machine.start();
  const before = await open(first, machine.ticket);
  await hover(before, before.getByTestId(TEST_IDS.requesterEmail));
  await sendFromExtensionPage(first, { type: "switchMarks", pattern: PATTERN, on: true });
  await expect.poll(() => registered(first)).toEqual([PATTERN, PATTERN]);
  await first.close();

  await machine.change("taken");
  const second = await machine.start();
  await expect.poll(() => registered(second)).toEqual([]);
  const page = await open(second, machine.ticket);
  expect(await liveScripts(second, page)).toBe(0);
  await expectNoCard(page);
  const options = await open(second, second.address("options.html"));
  await expect(options.getByText("always on").first()).toBeVisible();
  await expect(options.getByText(SITE, { exact: true })).toHaveCount(0);
  const { settings } = (await (
    await second.worker()
  ).evaluate(() => chrome.storage.local.get("settings"))) as { settings: { marks?: string[] } };
  expect(settings.marks).toEqual([]);
});

test("a site that is off: the toolbar button and the command give access once, and leave nothing behind", async ({
  machine,
}) => {
  const browser = await machine.start();
  const page = await open(browser, machine.ticket);
  await expectNoCard(page);
  expect(await liveScripts(browser, page)).toBe(0);

  await openPopupByHand(browser, page);
  const popup = await attachPopup(browser);
  const site = `document.querySelector('[role=switch][aria-label="Hover cards on ${SITE}"]')`;
  await popup.until(`${site}?.ariaChecked === "false"`);
  // The row of controls is above the search, both visually and in Tab order: the site, and the zone.
  const focused = "document.activeElement";
  await popup.until(`${focused}.role === "combobox"`);
  const y = (of: string) => popup.read<number>(`${of}.getBoundingClientRect().y`);
  expect(await y(site)).toBeLessThan(await y(focused));
  await popup.until(`document.querySelector("select")`);
  await popup.press("Shift+Tab");
  await popup.until(`${focused}.labels?.[0]?.innerText === "Zone"`);
  await popup.press("Shift+Tab");
  await popup.until(`${focused} === ${site}`);
  await popup.press("Tab");
  await popup.press("Tab");
  await popup.until(`${focused}.role === "combobox"`);

  const list = `[...document.querySelectorAll("button")].find((b) => b.innerText.trim() === "On this page")`;
  await popup.until(list);
  await popup.read(`${list}.click()`);
  await popup.until('document.body.innerText.includes("ada@example.com")');
  await page.reload();
  expect(await liveScripts(browser, page)).toBe(0);
  await expectNoCard(page);

  await page.bringToFront();
  await page.getByTestId(TEST_IDS.threadMailto).first().focus();
  await pressCommand(page);
  const card = await shownCard(page);
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.grace.id);
  expect(await registered(browser)).toEqual([]);
  await page.reload();
  expect(await liveScripts(browser, page)).toBe(0);
  await expectNoCard(page);
});

test("a site that is off: the context menu gives access once", async ({ launch, sandbox }) => {
  test.skip(!canStartDisplay(), "needs Xvfb and xdotool");
  const display = await startDisplay();
  const site = `${SITE}:${new URL(sandbox.url).port}`;
  const browser = await launch({
    headless: false,
    viewport: { width: 1280, height: 800 },
    pages: [site],
    hosts: ["tickets.example"],
    env: { ...process.env, ...display.env } as Record<string, string>,
  });
  try {
    await connect(browser, { apiKey: API_KEYS.full, zone: ACME.id });
    const page = await open(browser, `${site}/tickets/1`);
    await expectNoCard(page);
    await page.bringToFront();
    await page.getByTestId(TEST_IDS.threadMailto).first().click({ button: "right" });
    await page.waitForTimeout(800);
    // The extension's item is above "Inspect", the last one.
    await display.press("Up", "Up", "Return");
    const card = await shownCard(page);
    await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.grace.id);
    await page.reload();
    expect(await liveScripts(browser, page)).toBe(0);
    await expectNoCard(page);
  } finally {
    await browser.close();
    display.stop();
  }
});
