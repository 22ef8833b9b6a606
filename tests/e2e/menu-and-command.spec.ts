import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import { connect } from "../harness/connect.ts";
import { canStartDisplay, startDisplay } from "../harness/display.ts";
import { clickMenuItem } from "../harness/menu.ts";
import { attachPopup } from "../harness/popup.ts";
import { pressCommand } from "../harness/press-command.ts";
import { isShown, openTicket, shownCard, written } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

test("a real click on the menu's item, and the keyword in the real address bar, under a virtual display", async ({
  launch,
  sandbox,
}) => {
  test.skip(!canStartDisplay(), "needs Xvfb and xdotool");
  const display = await startDisplay();
  const browser = await launch({
    headless: false,
    viewport: { width: 1280, height: 800 },
    env: { ...process.env, ...display.env } as Record<string, string>,
  });
  try {
    await connect(browser, { apiKey: API_KEYS.full, zone: ACME.id });
    const page = await openTicket(browser, sandbox, 1);
    await page.bringToFront();
    await page.getByTestId(TEST_IDS.threadMailto).first().click({ button: "right" });
    await page.waitForTimeout(800);
    // The extension's item is above "Inspect", the last one.
    await display.press("Up", "Up", "Return");
    const card = await shownCard(page);
    await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.grace.id);

    await sandbox.clearLog();
    await display.press("ctrl+l", "k", "c", "space", "a", "d", "a");
    await page.waitForTimeout(800);
    expect(await sandbox.besideNames(), "before Enter nothing is asked").toEqual([]);
    await display.press("Return");
    const popup = await attachPopup(browser);
    await popup.until("document.querySelector('[role=option]')");
    expect(await popup.read("document.querySelector('[role=combobox]').value")).toBe("ada");
  } finally {
    await browser.close();
    display.stop();
  }
});

test("the context menu of a frame: the top frame draws the card", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const email = page
    .frameLocator(`[data-testid=${TEST_IDS.mailFrame}]`)
    .getByTestId(TEST_IDS.mailEmail)
    .first();
  await email.click({ button: "right" });
  const selectionText = (await email.textContent()) ?? "";
  const worker = await connected.worker();
  const frameId = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const frames = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? 0, allFrames: true },
      func: () => location.href,
    });
    return frames.find(
      (frame) => frame.frameId !== 0 && !String(frame.result).includes("card.html"),
    )?.frameId;
  });
  await clickMenuItem(connected, page, { selectionText, frameId });
  const card = await shownCard(page);
  await expect(card.locator("main")).toContainText(selectionText.trim());
});

test("on a page that can't be scripted, the answer opens in the popup", async ({ connected }) => {
  const page = await connected.context.newPage();
  await page.goto("chrome://version");
  await clickMenuItem(connected, page, { selectionText: "grace@example.com" });
  const popup = await attachPopup(connected);
  await popup.until(`document.querySelector('article[data-user-id="${PEOPLE.grace.id}"]')`);
  expect(await popup.read("document.body.innerText")).toContain("Disabled");
});

test("a word selected inside an address means the whole address, one next to it is searched for", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const place = await written(page, "Ada wrote to rosalind@example.com now");
  const select = (from: number, to: number) =>
    place.evaluate(
      (element, [start, end]) => {
        const text = element.firstChild;
        if (text) getSelection()?.setBaseAndExtent(text, start, text, end);
      },
      [from, to] as const,
    );
  await select(13, 21);
  await clickMenuItem(connected, page, { selectionText: "rosalind", frameId: 0 });
  const card = await shownCard(page);
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.rosalind.id);
  await page.keyboard.press("Escape");
  await expect.poll(() => isShown(page)).toBe(false);

  await select(0, 3);
  await clickMenuItem(connected, page, { selectionText: "Ada", frameId: 0 });
  const popup = await attachPopup(connected);
  await popup.until("document.querySelector('[role=option]')");
  expect(await popup.read("document.querySelector('input').value")).toBe("Ada");
});

test("a selection without address or ID is searched for in the popup", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await clickMenuItem(connected, page, { selectionText: "grace", frameId: 0 });
  const popup = await attachPopup(connected);
  await popup.until("document.querySelector('[role=option]')");
  expect(
    await popup.read("document.querySelector('[role=combobox][aria-expanded], input').value"),
  ).toBe("grace");
});

test("the command looks up the selection, the focused link, the word at the caret, the field", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const expectCard = async (id: string) => {
    const card = await shownCard(page);
    await expect(card.locator("article")).toHaveAttribute("data-user-id", id);
    await page.keyboard.press("Escape");
    await expect.poll(() => isShown(page)).toBe(false);
  };
  await test.step("selection", async () => {
    const place = await written(page, `see ${PEOPLE.alan.id}, please`);
    await place.evaluate((element) => getSelection()?.selectAllChildren(element));
    await pressCommand(page);
    await expectCard(PEOPLE.alan.id);
  });
  await test.step("focused link", async () => {
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await page.getByTestId(TEST_IDS.threadMailto).first().focus();
    await pressCommand(page);
    await expectCard(PEOPLE.grace.id);
  });
  await test.step("caret", async () => {
    const place = await written(page, "write to rosalind@example.com now");
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await place.evaluate((element) => getSelection()?.collapse(element.firstChild, 14));
    await pressCommand(page);
    await expectCard(PEOPLE.rosalind.id);
  });
  await test.step("field", async () => {
    await page.getByTestId(TEST_IDS.requesterInput).focus();
    await pressCommand(page);
    await expectCard(PEOPLE.ada.id);
  });
  await test.step("the focus is in the card, and returns to where it was", async () => {
    const link = page.getByTestId(TEST_IDS.threadMailto).first();
    await link.focus();
    await pressCommand(page);
    const card = await shownCard(page);
    await expect(card.locator("article")).toHaveCount(1);
    await expect.poll(() => card.evaluate(() => document.hasFocus())).toBe(true);
    await page.keyboard.press("Tab");
    await expect.poll(() => card.evaluate(() => document.activeElement?.tagName)).toBe("BUTTON");
    await page.keyboard.press("Escape");
    await expect.poll(() => isShown(page)).toBe(false);
    await expect(link).toBeFocused();
  });
  await test.step("no one: the popup opens with its search field", async () => {
    await page.evaluate(() => {
      (document.activeElement as HTMLElement).blur();
      getSelection()?.removeAllRanges();
    });
    await pressCommand(page);
    const popup = await attachPopup(connected);
    await popup.until("document.activeElement.getAttribute('role') === 'combobox'");
  });
});
