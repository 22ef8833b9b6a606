import { setTimeout as sleep } from "node:timers/promises";
import type { Frame, Locator, Page } from "@playwright/test";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import type { ExtensionBrowser } from "./browser.ts";

/** Opens a sample ticket of the sandbox. */
export async function openTicket(
  { context }: ExtensionBrowser,
  { url }: { url: string },
  path: number | string,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/tickets/${path}`);
  await page.mouse.move(5, 5);
  return page;
}

/** Moves the pointer onto an element as a hand does, and waits until the card is shown. */
export async function hover(page: Page, target: Locator) {
  await pointAt(page, target);
  return shownCard(page);
}

/** Moves the pointer onto the middle of an element's first line of text (or of the element), in steps. */
export async function pointAt(page: Page, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error("The element to hover isn't on the page.");
  // The text can fill only part of its element.
  const line = await target.evaluate((element) => {
    const whole = element.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(element);
    const first = range.getClientRects()[0] ?? whole;
    return { x: first.x - whole.x + first.width / 2, y: first.y - whole.y + first.height / 2 };
  });
  const [x, y] = [box.x + line.x, box.y + line.y];
  await page.mouse.move(x + 3, y - 2, { steps: 8 });
  await page.mouse.move(x, y);
}

/**
 * Moves the pointer along points at fixed times, without waiting for each move to be processed: otherwise a busy
 * machine would make every hand slow.
 *
 * @param ms between two points
 */
export async function moveAlong(
  page: Page,
  points: readonly { x: number; y: number }[],
  ms: number,
): Promise<void> {
  const sent: Promise<void>[] = [];
  for (const { x, y } of points) {
    sent.push(page.mouse.move(x, y));
    await sleep(ms);
  }
  await Promise.all(sent);
}

/** How long a card can take to be shown or closed, ms. */
const CARD_MS = 6_000;

/** The card's document, once it is shown. */
export async function shownCard(page: Page) {
  const end = performance.now() + CARD_MS;
  while (performance.now() < end) {
    if (!(await page.evaluate(awaitCard, { isShown: true, ms: CARD_MS }))) break;
    const frame = cardFrame(page);
    // A frame can be replaced by a new one meanwhile.
    const drawn = await frame
      ?.locator("main[data-state]")
      .count()
      .catch(() => 0);
    if (frame && drawn) return frame;
    await page.waitForTimeout(50);
  }
  throw new Error("No card was shown.");
}

/**
 * Moves the keyboard focus to a button of the card, and waits until the browser has moved it: it learns that from the
 * card's process, and until then it sends keys to the page.
 */
export async function focusButton(page: Page, card: Frame, name: string): Promise<void> {
  await card.getByRole("button", { name }).focus();
  await page.waitForFunction(() => document.activeElement?.matches("[popover=manual]"));
}

/** The card's frame in a page, if it has one. */
function cardFrame(page: Page): Frame | undefined {
  return page.frames().find((frame) => frame.url().includes("/card.html"));
}

/** Whether the card's host, the only element that the extension adds, is visible. */
export function isShown(page: Page): Promise<boolean> {
  return page.evaluate(awaitCard, undefined);
}

/**
 * Runs in the page. Waits there, because polling from outside costs more than the card does.
 *
 * @param awaited waits until a card is shown, or until none is, for at most this many ms; absent: doesn't wait
 * @returns whether the card's host is then visible
 */
async function awaitCard(awaited?: { isShown: boolean; ms: number }): Promise<boolean> {
  const end = performance.now() + (awaited?.ms ?? 0);
  for (;;) {
    const is = isVisible();
    if (is === awaited?.isShown || performance.now() >= end) return is;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }

  function isVisible(): boolean {
    const host = document.querySelector("[popover=manual]:popover-open");
    if (!host) return false;
    const { visibility, opacity } = getComputedStyle(host);
    return visibility === "visible" && opacity === "1";
  }
}

/** Moves the pointer away from word and card, and waits until the card is closed. */
export async function leave(page: Page): Promise<void> {
  await page.mouse.move(700, 12, { steps: 6 });
  await page.mouse.move(702, 12);
  await page.evaluate(awaitCard, { isShown: false, ms: CARD_MS });
}

/** Adds a text to the ticket's conversation, and returns its element. */
export async function written(page: Page, text: string): Promise<Locator> {
  const place = page.getByTestId(TEST_IDS.threadEmail).first();
  await place.evaluate((element, content) => {
    element.textContent = content;
  }, text);
  return place;
}

/** Replaces a page's content. */
export async function fill(page: Page, html: string): Promise<void> {
  await page.evaluate((content) => {
    document.body.innerHTML = content;
  }, html);
}
