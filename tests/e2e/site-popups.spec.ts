import type { Page } from "@playwright/test";
import { PEOPLE } from "../../sandbox/people.ts";
import { fill, hover, isShown, openTicket } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** Sites that open something of their own at the hovered word: the card appears next to it. */

const { ada } = PEOPLE;

/** What a site opens, and how long after the pointer entered; the style is its own, the position is below the word. */
const POPUPS = [
  ["a hovercard, at once", { role: "dialog", style: "width: 320px; height: 140px", ms: 0 }],
  [
    "a hovercard, after the card",
    { role: "dialog", style: "width: 320px; height: 140px", ms: 700 },
  ],
  [
    "a hovercard that is fixed and has no z-index, as Radix's",
    { role: "dialog", style: "width: 320px; height: 140px; z-index: auto", ms: 0 },
  ],
  [
    "a tooltip that the pointer passes through",
    { role: "tooltip", style: "pointer-events: none", ms: 0 },
  ],
] as const;

/** A word that opens it below itself, with `position: absolute` at the end of the body. */
const openPage = async (page: Page, { role, style, ms }: (typeof POPUPS)[number][1]) => {
  await fill(page, `<p style="margin: 420px 300px"><b>${ada.email}</b></p>`);
  await page.evaluate(
    ([wanted, css, delay]) => {
      const word = document.querySelector("b") as HTMLElement;
      let popup: HTMLElement | undefined;
      word.addEventListener("mouseenter", () => {
        setTimeout(() => {
          const { left, bottom } = word.getBoundingClientRect();
          popup?.remove();
          popup = document.createElement("div");
          popup.id = "popup";
          popup.setAttribute("role", wanted);
          popup.style.cssText = `position: fixed; z-index: 10; left: ${left - 20}px; top: ${bottom + 4}px;
            padding: 6px; background: #222; color: #fff; ${css}`;
          popup.textContent = "Ada Lovelace, analyst";
          document.body.append(popup);
        }, delay);
      });
    },
    [role, style, ms] as const,
  );
};

const overlap = (page: Page) =>
  page.evaluate(() => {
    const [card, popup] = ["[popover=manual]", "#popup"].map((selector) =>
      document.querySelector(selector)?.getBoundingClientRect(),
    );
    if (!card || !popup) return -1;
    const width = Math.min(card.right, popup.right) - Math.max(card.left, popup.left);
    const height = Math.min(card.bottom, popup.bottom) - Math.max(card.top, popup.top);
    return Math.max(0, width) * Math.max(0, height);
  });

for (const [name, popup] of POPUPS)
  test(`${name}: the card doesn't cover it, and both can be reached`, async ({
    connected,
    sandbox,
  }) => {
    const page = await openTicket(connected, sandbox, 1);
    await openPage(page, popup);
    const card = await hover(page, page.locator("b"));
    await expect(card.locator("article")).toHaveAttribute("data-user-id", ada.id);
    await expect.poll(() => overlap(page)).toBe(0);
    await page.waitForTimeout(500);
    expect(await overlap(page)).toBe(0);
    // A click in a card that has moved by itself counts.
    await card.getByRole("button", { name: "More", exact: true }).click();
    await expect(card.getByRole("button", { name: "Less", exact: true })).toBeVisible();
    await page.waitForTimeout(600);
    expect(await isShown(page)).toBe(true);
  });

test("absolutely positioned rows of a list aren't popups: the card appears below its word", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const rows = Array.from(
    { length: 20 },
    (_, n) =>
      `<div style="position: absolute; top: ${n * 24}px; left: 0; height: 24px; width: 500px">${n === 5 ? `<b>${ada.email}</b>` : `row ${n}`}</div>`,
  );
  await fill(page, `<div style="position: relative; margin: 40px">${rows.join("")}</div>`);
  await hover(page, page.locator("b"));
  const word = await page.locator("b").boundingBox();
  const card = await page.locator("[popover=manual]").boundingBox();
  expect((card?.y ?? 0) - (word?.y ?? 0) - (word?.height ?? 0)).toBeCloseTo(6, 0);
});
