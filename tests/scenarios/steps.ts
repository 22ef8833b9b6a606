import { expect } from "@playwright/test";
import { CLICK_STEADY_MS } from "../../components/card/click-guard.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import type { Place, Readable, Tab } from "./driver.ts";
import {
  type CardSays,
  controlNamed,
  focusList,
  isCardShown,
  lineOf,
  type Role,
  readCard,
  readText,
} from "./in-document.ts";

/** A user's usual steps, in any browser. */

/** A position without text on a ticket. */
const NOWHERE = { x: 700, y: 12 };

/** The position of an element with this test ID, scrolled to. @param nth if there are several */
export async function placeOf(tab: Tab, testId: string, nth = 0): Promise<Place> {
  return found(await tab.read(lineOf, `[data-testid="${testId}"]`, nth), testId);
}

/** Hovers an element with this test ID. */
export async function pointAt(tab: Tab, testId: string, nth = 0): Promise<void> {
  await tab.move(await placeOf(tab, testId, nth));
}

/** Moves the pointer away from word and card, and waits until the card is closed. */
export async function leave(tab: Tab): Promise<void> {
  await tab.move(NOWHERE);
  await expectNoCard(tab);
}

export async function expectNoCard(tab: Tab): Promise<void> {
  await expect.poll(() => tab.read(isCardShown), "the card closes").toBe(false);
}

/** Waits until the card is shown with what is wanted, and returns its content. */
export async function expectCard(tab: Tab, wanted: Partial<CardSays>): Promise<CardSays> {
  let last: CardSays | undefined;
  await expect
    .poll(async () => {
      last = (await tab.read(isCardShown)) ? await (await tab.card())?.read(readCard) : undefined;
      return last;
    }, "what the card says")
    .toMatchObject(wanted);
  if (!last) throw new Error("No card was shown.");
  return last;
}

/** Adds a text to the ticket's conversation, where a step can hover it. */
export function write(tab: Tab, text: string): Promise<void> {
  return tab.read(
    (id, content) => {
      const place = document.querySelector(`[data-testid="${id}"]`);
      if (place) place.textContent = content;
    },
    TEST_IDS.threadEmail,
    text,
  );
}

/** The card's box, in CSS px of the window. */
export async function boxOfCard(tab: Tab) {
  const box = await tab.read(() => {
    const host = document.querySelector("[popover=manual]")?.getBoundingClientRect();
    return host && { left: host.left, top: host.top, width: host.width, height: host.height };
  });
  if (!box) throw new Error("The card is not there.");
  return box;
}

/** Clicks a control of a card that has been visible for long enough. */
export async function clickInCard(tab: Tab, name: string, role: Role = "button"): Promise<void> {
  const card = await tab.card();
  const inCard = await card?.read(controlNamed, role, name);
  if (!inCard) throw new Error(`The card has no ${role} "${name}".`);
  const { left, top } = await boxOfCard(tab);
  const place = { x: left + inCard.x, y: top + inCard.y };
  await tab.move(place);
  await new Promise((resolve) => setTimeout(resolve, 2 * CLICK_STEADY_MS));
  await tab.click(place);
}

/** Clicks a control by its name, once it is there. */
export async function click(
  tab: Pick<Tab, "read" | "click">,
  role: Role,
  name: string,
): Promise<void> {
  let place: Place | null = null;
  // A page that is still loading moves its content.
  await expect
    .poll(async () => {
      const before = JSON.stringify(place);
      place = await tab.read(controlNamed, role, name);
      return place !== null && JSON.stringify(place) === before;
    }, `there is a ${role} "${name}"`)
    .toBe(true);
  await tab.click(found(place, name));
}

/** Types into the field with this name, replacing its text. */
export async function fill(tab: Tab, name: string, text: string): Promise<void> {
  await click(tab, "textbox", name);
  await tab.read(() => (document.activeElement as HTMLInputElement).select());
  await tab.type(text);
}

/**
 * Chooses an option of a select by keyboard: with the first letter of its text. Only that one, because the page can
 * react at once, and further typing would press its next button.
 */
export async function choose(tab: Tab, name: string, option: string): Promise<void> {
  // Its options can arrive later than the select itself.
  await expect
    .poll(async () => {
      const chosen = await tab.read(focusList, name);
      if (chosen !== null && !chosen.startsWith(option)) await tab.type(option.slice(0, 1));
      return tab.read(focusList, name);
    }, `"${option}" is chosen in the list "${name}"`)
    .toMatch(option);
}

/** Waits until a page of the extension shows a text. */
export async function expectText(tab: Readable, text: string | RegExp): Promise<void> {
  const expected = expect.poll(() => tab.read(readText), `the page says "${text}"`);
  await (typeof text === "string" ? expected.toContain(text) : expected.toMatch(text));
}

function found(place: Place | null, name: string): Place {
  if (!place) throw new Error(`${name} is not on the page.`);
  return place;
}
