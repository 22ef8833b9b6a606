import type { Page } from "@playwright/test";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { contentWorld, liveScripts } from "../harness/content-world.ts";
import { sendFromExtensionPage } from "../harness/extension-page.ts";
import { allowReload, reloadExtension } from "../harness/reload-extension.ts";
import { fill, hover, isShown, leave, openTicket, pointAt, shownCard } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

const PATTERN = "http://127.0.0.1/*";

/** Whether the page came back from the back/forward cache, with its script alive. */
const cameBack = (page: Page) =>
  page.evaluate(() => (window as unknown as { restored?: boolean }).restored === true);

test("document.open removes all listeners: the script listens again, also in frames that are written to", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await page.evaluate((email) => {
    document.open();
    document.write(`<p style="margin:60px">written by <b>${email}</b></p>`);
    document.close();
  }, PEOPLE.ada.email);
  await page.waitForTimeout(1_500);
  const card = await hover(page, page.locator("b"));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  expect(await page.locator("[popover=manual]").count()).toBe(1);
  await leave(page);

  // As in mail clients: an empty frame, written to later.
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    setTimeout(() => {
      frame.contentDocument?.open();
      frame.contentDocument?.write("<p>mail of <b>grace@example.com</b></p>");
      frame.contentDocument?.close();
    }, 300);
  });
  await page.waitForTimeout(2_000);
  await hover(page, page.frameLocator("iframe").locator("b"));
});

test("a page that comes back from the back/forward cache has one live script", async ({
  launch,
  sandbox,
}) => {
  const browser = await launch({
    pageCache: true,
  });
  try {
    const page = await openTicket(browser, sandbox, 1);
    await page.evaluate(() => {
      addEventListener("pageshow", ({ persisted }) =>
        Object.assign(window, { restored: persisted }),
      );
    });
    const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
    await card.getByRole("button", { name: "Pin" }).click();
    await page.evaluate(() => {
      location.href = "/tickets/2";
    });
    await page.waitForURL("**/tickets/2");
    await page.evaluate(() => history.back()).catch(() => undefined);
    await expect.poll(() => cameBack(page).catch(() => false)).toBe(true);
    expect(await page.locator("[popover=manual]").count()).toBe(0);
    await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
    expect(await page.locator("[popover=manual]").count()).toBe(1);
  } finally {
    await browser.close();
  }
});

test.describe("in a browser of its own", () => {
  test.use({ alone: true });

  test("the extension is reloaded with tabs open: the old script is gone, one new script works without reloading the page", async ({
    connected,
    sandbox,
  }) => {
    await sendFromExtensionPage(connected, { type: "switchMarks", pattern: PATTERN, on: true });
    const page = await openTicket(connected, sandbox, 1);
    const old = await contentWorld(connected, page);
    await old?.read("globalThis.isOld = true");
    await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
    const marks = () => page.evaluate(() => CSS.highlights.get("keycard-lookup")?.size ?? 0);
    await expect.poll(marks).toBeGreaterThan(5);
    const before = await marks();

    for (let times = 0; times < 2; times++) {
      await reloadExtension(connected);
      await page.bringToFront();
      await expect(page.locator("[popover=manual]")).toHaveCount(0);
      await expect.poll(() => liveScripts(connected, page)).toBe(1);
      const world = await contentWorld(connected, page);
      expect(await world?.read("globalThis.isOld")).toBeUndefined();
      await expect.poll(marks).toBe(before);
      // A reload clears session storage; the key comes back from where it is kept on this device.
      const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
      await expect(card.locator("main")).toHaveAttribute("data-state", "found");
      expect(await page.locator("[popover=manual]").count()).toBe(1);
      await leave(page);
    }
  });
});

test("a page that was open before the extension was installed works without a reload", async ({
  launch,
  sandbox,
}) => {
  const extension = await launch();
  const extensions = await allowReload(extension);
  const enable = (on: boolean) =>
    extensions.evaluate(([id, enabled]) => chrome.management.setEnabled(id, enabled), [
      extension.extensionId,
      on,
    ] as const);
  await enable(false);
  const page = await openTicket(extension, sandbox, 1);
  expect(await contentWorld(extension, page)).toBeUndefined();
  await enable(true);
  await page.bringToFront();
  await expect.poll(async () => (await contentWorld(extension, page)) !== undefined).toBe(true);
  await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
});

test("navigation inside the page closes the card; so does scrolling; a pinned one stays", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const place = page.getByTestId(TEST_IDS.requesterEmail);
  for (const go of [
    () => history.pushState({}, "", "/tickets/1?tab=2"),
    () => history.back(),
    () => {
      location.hash = "#reply";
    },
    () => document.documentElement.scrollBy(0, 40),
  ]) {
    await hover(page, place);
    await page.evaluate(go);
    await expect.poll(() => isShown(page)).toBe(false);
    await leave(page);
    await page.evaluate(() => scrollTo(0, 0));
  }
  const card = await hover(page, place);
  await card.getByRole("button", { name: "Pin" }).click();
  await expect(card.getByRole("button", { name: "Pin" })).toHaveAttribute("aria-pressed", "true");
  await page.evaluate(() => history.pushState({}, "", "/tickets/1?tab=3"));
  await page.waitForTimeout(600);
  expect(await isShown(page)).toBe(true);
});

test("a page that scrolls by itself while the pointer is in the card leaves it there until the pointer leaves", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  const close = card.getByRole("button", { name: "Close" });
  await close.hover();
  await page.waitForTimeout(300);
  for (let times = 0; times < 4; times++) {
    await page.evaluate(() => document.documentElement.scrollBy(0, 30));
    await page.waitForTimeout(250);
    expect(await isShown(page)).toBe(true);
  }
  await leave(page);
  expect(await isShown(page)).toBe(false);
});

test("a printed page has no card and no underlines; afterwards they are back", async ({
  connected,
  sandbox,
}) => {
  await sendFromExtensionPage(connected, { type: "switchMarks", pattern: PATTERN, on: false });
  const page = await openTicket(connected, sandbox, 1);
  await fill(page, `<p style="margin: 60px">${PEOPLE.ada.email}</p>`.repeat(8));
  await page.mouse.move(700, 12);
  /** The printed text, without when and for whom it was printed. */
  const paper = async () =>
    (await page.pdf({ printBackground: true }))
      .toString("latin1")
      .replace(/\/(CreationDate|ModDate|ID|Title)\b[^\n]*/g, "");
  const plain = await paper();
  expect((await paper()) === plain, "the same twice").toBe(true);
  await sendFromExtensionPage(connected, { type: "switchMarks", pattern: PATTERN, on: true });
  await page.bringToFront();
  const marks = () => page.evaluate(() => CSS.highlights.get("keycard-lookup")?.size ?? 0);
  await expect.poll(marks).toBeGreaterThan(5);
  expect((await paper()) === plain, "without underlines").toBe(true);
  const card = await hover(page, page.locator("p").first());
  await card.getByRole("button", { name: "Pin" }).click();
  await expect(card.getByRole("button", { name: "Pin" })).toHaveAttribute("aria-pressed", "true");
  expect((await paper()) === plain, "without card").toBe(true);
  expect(await isShown(page)).toBe(true);
  expect(await marks()).toBeGreaterThan(5);
  await sendFromExtensionPage(connected, { type: "switchMarks", pattern: PATTERN, on: false });
});

test("a laptop that has slept: documents whose clocks are off by different numbers of hours open, keep and close the card as usual", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const place = page.getByTestId(TEST_IDS.requesterEmail);
  const world = await contentWorld(connected, page);
  const origin = await world?.read<number>("performance.timeOrigin");
  for (const hours of [-8, 8]) {
    await world?.read(
      `Object.defineProperty(performance, "timeOrigin", { value: ${origin} + ${hours} * 3_600_000, configurable: true }) && 0`,
    );
    const card = await hover(page, place);
    await card.getByRole("button", { name: "Close" }).hover();
    await page.waitForTimeout(800);
    expect(await isShown(page), `${hours} h, in the card`).toBe(true);
    await leave(page);
    expect(await isShown(page), `${hours} h, outside`).toBe(false);
  }
});

test("a row that is reused for someone else under the resting pointer closes the card and requests nothing", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const place = page.getByTestId(TEST_IDS.affectedEmail).first();
  const card = await hover(page, place);
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  await sandbox.clearLog();
  await place.evaluate((cell) => {
    (cell.firstChild as Text).nodeValue = "frances@example.com";
  });
  await expect.poll(() => isShown(page)).toBe(false);
  await page.waitForTimeout(700);
  expect(await isShown(page)).toBe(false);
  expect(await sandbox.besideNames()).toEqual([]);
  await pointAt(page, place);
  await shownCard(page);
});
