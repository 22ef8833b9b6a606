import type { Page } from "@playwright/test";
import { PEOPLE } from "../../sandbox/people.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { clickMenuItem } from "../harness/menu.ts";
import { attachPopup } from "../harness/popup.ts";
import { pressCommand } from "../harness/press-command.ts";
import type { Sandbox } from "../harness/sandbox-control.ts";
import { isShown, shownCard } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** Unusual documents: the card, or the popup; never an empty card. */

const { ada } = PEOPLE;

/** Opens a document with the sandbox's origin that is served this way. */
async function open(
  page: Page,
  { url }: Sandbox,
  served: { contentType: string; body: string; headers?: Record<string, string> },
): Promise<void> {
  const address = `${url}/odd`;
  await page.route(address, (route) => route.fulfill(served));
  await page.goto(address);
}

/** True in a popup that shows this person. */
const showing = (id: string) => `document.querySelector('article[data-user-id="${id}"]')`;

/** Rests the pointer where the text begins. */
async function restAt(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x - 8, y - 4, { steps: 8 });
  await page.mouse.move(x, y);
}

test("a page with CSP: sandbox: hovering shows no empty card, the command opens the popup with the person", async ({
  connected,
  sandbox,
}) => {
  const page = await connected.context.newPage();
  await open(page, sandbox, {
    contentType: "text/html",
    body: `<p style="margin: 60px; font: 16px/20px monospace" tabindex="0">${ada.email}</p>`,
    headers: { "Content-Security-Policy": "sandbox allow-scripts" },
  });
  await restAt(page, 100, 70);
  await page.waitForTimeout(1_500);
  expect(await page.locator("[popover=manual]").count()).toBe(0);
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector("p") as Node));
  await pressCommand(page);
  const popup = await attachPopup(connected);
  await popup.until(showing(ada.id));
  expect(await page.locator("[popover=manual]").count()).toBe(0);
});

for (const [name, contentType, body, at] of [
  ["plain text", "text/plain", `${ada.email}\n`, [40, 20]],
  [
    "XHTML",
    "application/xhtml+xml",
    `<html xmlns="http://www.w3.org/1999/xhtml"><body><p style="margin: 60px">${ada.email}</p></body></html>`,
    [100, 68],
  ],
] as const)
  test(`a document of ${name}: the card appears, and the document is otherwise unchanged`, async ({
    connected,
    sandbox,
  }) => {
    const page = await connected.context.newPage();
    await open(page, sandbox, { contentType, body });
    await restAt(page, at[0], at[1]);
    const card = await shownCard(page);
    await expect(card.locator("article")).toHaveAttribute("data-user-id", ada.id);
    expect(await isShown(page)).toBe(true);
  });

test("an XML document, which the browser shows as a tree: the command shows the card", async ({
  connected,
  sandbox,
}) => {
  const page = await connected.context.newPage();
  await open(page, sandbox, {
    contentType: "application/xml",
    body: `<people><person>${ada.email}</person></people>`,
  });
  await page.evaluate((email) => {
    const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() && texts.currentNode.textContent !== email);
    getSelection()?.setBaseAndExtent(texts.currentNode, 0, texts.currentNode, email.length);
  }, ada.email);
  await pressCommand(page);
  const card = await shownCard(page);
  await expect(card.locator("article")).toHaveAttribute("data-user-id", ada.id);
});

test("an SVG document, which can't draw HTML: it is unchanged, and the command opens the popup with the person", async ({
  connected,
  sandbox,
}) => {
  const page = await connected.context.newPage();
  await open(page, sandbox, {
    contentType: "image/svg+xml",
    body: `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><text x="40" y="60" font-size="20">${ada.email}</text></svg>`,
  });
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await restAt(page, 80, 54);
  await page.waitForTimeout(1_000);
  await page.evaluate(() => getSelection()?.selectAllChildren(document.documentElement));
  await pressCommand(page);
  const popup = await attachPopup(connected);
  await popup.until(showing(ada.id));
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});

for (const [name, served] of [
  [
    "a page with CSP: sandbox",
    {
      contentType: "text/html",
      headers: { "Content-Security-Policy": "sandbox allow-scripts" },
      body: `<iframe src="/odd-inside"></iframe>`,
    },
  ],
  [
    "an SVG document",
    {
      contentType: "image/svg+xml",
      body: `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><foreignObject width="500" height="300"><iframe xmlns="http://www.w3.org/1999/xhtml" src="/odd-inside"/></foreignObject></svg>`,
    },
  ],
] as const)
  for (const by of ["command", "menu"] as const)
    test(`a frame in ${name}: the ${by} opens the popup with the person in the frame`, async ({
      connected,
      sandbox,
    }) => {
      const page = await connected.context.newPage();
      await page.route(`${sandbox.url}/odd-inside`, (route) =>
        route.fulfill({ contentType: "text/html", body: `<input value="${ada.email}">` }),
      );
      await open(page, sandbox, served);
      // The field in the frame; Playwright can't access frames of an SVG document.
      await page.mouse.click(60, 25);
      if (by === "command") await pressCommand(page);
      else
        await clickMenuItem(connected, page, {
          editable: true,
          frameId: await frameInside(connected),
        });
      const popup = await attachPopup(connected);
      await popup.until(showing(ada.id));
      expect(await page.locator("[popover=manual]").count()).toBe(0);
    });

/** The one frame in the active tab's page. */
async function frameInside(browser: ExtensionBrowser): Promise<number | undefined> {
  return (await browser.worker()).evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const frames = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? 0, allFrames: true },
      func: () => window !== window.top,
    });
    return frames.find(({ result }) => result)?.frameId;
  });
}
