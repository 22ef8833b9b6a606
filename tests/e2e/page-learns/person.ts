import type { Frame, Page } from "@playwright/test";
import { lookForWordsOf } from "../../harness/recording.ts";
import { pointAt, shownCard } from "../../harness/steps.ts";

/**
 * What a user does on the recording page, by real input: the same movements, clicks and keys in the same places,
 * whatever the card says. Waits for the card's answer as long as it takes: times aren't compared.
 */

/** `data-state` of a card that has its answer. */
export type Answered = "found" | "absent" | "failed";

/** Points in the card, CSS px from its top left: next to its name, and in the middle of its content. */
const HEADING = { x: 170, y: 18 };
const BODY = { x: 200, y: 200 };

type Place = typeof HEADING;

const SCROLL_KEYS = ["ArrowDown", "PageDown", "End", "Space", "ArrowUp", "PageUp", "Home"];

/** Reads what the card says, and leaves again. */
export async function glance(page: Page, state: Answered): Promise<void> {
  await readCard(page, state);
  await page.waitForTimeout(400);
  await goAway(page);
}

/**
 * Uses everything that every card has: scrolls in it, pins it, has it show more, selects and copies its text, has it
 * show less, refreshes, presses keys, and closes it; then glances once more. The copy buttons are left out: only found
 * users have them, and the browser reveals what they do (see the spec's test on that).
 */
export async function useCard(page: Page, state: Answered): Promise<void> {
  const card = await readCard(page, state);
  await page.waitForTimeout(300);
  const { x, y } = (await page.locator("[popover]").boundingBox()) ?? { x: 0, y: 0 };
  const moveTo = (place: Place) => page.mouse.move(x + place.x, y + place.y, { steps: 5 });
  const scroll = async () => {
    for (const by of [150, 900, -150, -900]) await page.mouse.wheel(0, by);
  };
  const press = async (keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(150);
  };

  for (const place of [HEADING, BODY]) {
    await moveTo(place);
    await page.waitForTimeout(150);
    await scroll();
  }
  await card.getByRole("button", { name: "Pin" }).click();
  await press(SCROLL_KEYS.filter((key) => key !== "Space"));
  await card.getByRole("button", { name: "More", exact: true }).click();
  await card.getByRole("button", { name: "Less", exact: true }).waitFor();
  await moveTo(BODY);
  await page.mouse.down();
  await moveTo({ x: 300, y: 240 });
  await page.mouse.up();
  await press(["Control+a", "Control+c", ...SCROLL_KEYS]);
  await card.getByRole("button", { name: "Less", exact: true }).click();
  await card.getByRole("button", { name: "More", exact: true }).waitFor();
  await card.getByRole("button", { name: "Refresh" }).click();
  await settled(card, page, state);
  await press(["Tab", "Shift+Tab", "Escape"]);
  await goAway(page);
  await glance(page, state);
}

/** Hovers the mention, and waits until the card says who it is. */
export async function readCard(page: Page, state: Answered): Promise<Frame> {
  await pointAt(page, page.locator("#mention"));
  const card = await shownCard(page);
  await settled(card, page, state);
  return card;
}

async function settled(card: Frame, page: Page, state: Answered): Promise<void> {
  await card.locator(`main[data-state=${state}]:not([aria-busy=true])`).waitFor();
  await lookForWordsOf(card, page);
}

/** Moves the pointer away, and waits until the card is closed. */
export async function goAway(page: Page): Promise<void> {
  await page.mouse.move(900, 20, { steps: 8 });
  await page.locator("[popover]:not(:popover-open)").waitFor({ state: "attached" });
  await page.waitForTimeout(150);
}
