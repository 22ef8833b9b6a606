import type { Frame, Page } from "@playwright/test";
import { CARD_HEIGHT_PX, CARD_MORE_HEIGHT_PX, CARD_WIDTH_PX } from "../../lib/limits.ts";
import { ABSENT, PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import { optionsPage } from "../harness/extension-page.ts";
import { stopWorker } from "../harness/kill-worker.ts";
import { pressCommand } from "../harness/press-command.ts";
import type { Sandbox } from "../harness/sandbox-control.ts";
import { fill, hover, isShown, leave, openTicket, shownCard, written } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/**
 * The card's larger size, for "More". The page can see it, so it is always offered, and the same whatever the card
 * shows.
 */

const FIRST = { width: CARD_WIDTH_PX, height: CARD_HEIGHT_PX };
const SECOND = { width: CARD_WIDTH_PX, height: CARD_MORE_HEIGHT_PX };

const size = (page: Page) =>
  page.locator("[popover=manual]").evaluate((host) => {
    const { width, height } = host.getBoundingClientRect();
    return { width, height };
  });

const pin = (card: Frame) => card.getByRole("button", { name: "Pin" });
const more = (card: Frame) => card.getByRole("button", { name: "More", exact: true });
const less = (card: Frame) => card.getByRole("button", { name: "Less", exact: true });

/** Who brings the card into each of its states, and what the API does for it; in an order that works. */
const STATES: Record<string, { value: string; api: (sandbox: Sandbox) => Promise<void> }> = {
  found: { value: PEOPLE.ada.email, api: async () => undefined },
  absent: { value: ABSENT.email, api: async () => undefined },
  loading: {
    value: PEOPLE.grace.email,
    api: (sandbox) => sandbox.fault({ match: "GET", mode: "hang", times: null }),
  },
  failed: {
    value: PEOPLE.alan.email,
    api: (sandbox) => sandbox.fault({ match: "GET", status: 400, times: null }),
  },
  inconclusive: {
    value: ABSENT.misspeltEmail,
    api: (sandbox) => sandbox.setFiltering(ACME.id, false),
  },
};

test("More is the first control in the card, and gives it the same larger size in every state, by mouse and by keyboard alone", async ({
  connected,
  sandbox,
}) => {
  test.setTimeout(180_000);
  const byMouse = await openTicket(connected, sandbox, 1);
  // A page in which the pointer does nothing.
  const byKeys = await openTicket(connected, sandbox, 1);
  for (const [state, { value, api }] of Object.entries(STATES)) {
    await sandbox.reset();
    await api(sandbox);
    await test.step(`${state}, by mouse`, async () => {
      await byMouse.bringToFront();
      const card = await hover(byMouse, await written(byMouse, value));
      await expect(card.locator("main")).toHaveAttribute("data-state", state);
      expect(await size(byMouse)).toEqual(FIRST);
      await more(card).click();
      await expect(less(card)).toHaveAttribute("aria-expanded", "true");
      expect(await size(byMouse)).toEqual(SECOND);
      // The next click counts at once: the card moved because of its own button.
      await pin(card).click();
      await expect(pin(card)).toHaveAttribute("aria-pressed", "true");
      await less(card).click();
      await expect(more(card)).toHaveAttribute("aria-expanded", "false");
      expect(await size(byMouse)).toEqual(FIRST);
      await card.getByRole("button", { name: "Close" }).click();
      await leave(byMouse);
    });
    await test.step(`${state}, by keyboard`, async () => {
      await byKeys.bringToFront();
      const word = await written(byKeys, value);
      await word.evaluate((element) => getSelection()?.selectAllChildren(element));
      await pressCommand(byKeys);
      const card = await shownCard(byKeys);
      await expect(card.locator("main")).toHaveAttribute("data-state", state);
      await expect.poll(() => card.evaluate(() => document.hasFocus())).toBe(true);
      await byKeys.keyboard.press("Tab");
      await expect(more(card)).toBeFocused();
      await byKeys.keyboard.press("Enter");
      await expect(less(card)).toBeFocused();
      await expect(less(card)).toHaveAttribute("aria-expanded", "true");
      expect(await size(byKeys)).toEqual(SECOND);
      await byKeys.keyboard.press("Enter");
      await expect(more(card)).toBeFocused();
      await expect.poll(() => size(byKeys)).toEqual(FIRST);
      await byKeys.keyboard.press("Escape");
      await expect.poll(() => isShown(byKeys)).toBe(false);
    });
  }
});

test("shows at first what people ask first, without scrolling; with More everything, for this person", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, await written(page, PEOPLE.ada.email));
  const body = card.locator(".card-body");
  await expect(body).toContainText("Acme Support");
  for (const rest of ["User ID", "Identity provider ID", "Created", "Data as of"])
    await expect(body).not.toContainText(rest);
  expect(await body.evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
  const lastSignIn = await card.getByText("Last sign-in").boundingBox();
  await more(card).click();
  for (const rest of [
    PEOPLE.ada.id,
    "Identity provider ID",
    "Created",
    "Data as of",
    "Other fields",
  ])
    await expect(body).toContainText(rest);
  // What was already there hasn't moved.
  expect(await card.getByText("Last sign-in").boundingBox()).toEqual(lastSignIn);

  await leave(page);
  const next = await hover(page, await written(page, PEOPLE.alan.email));
  await expect(next.locator("article")).toHaveAttribute("data-user-id", PEOPLE.alan.id);
  await expect(more(next)).toBeVisible();
  expect(await size(page)).toEqual(FIRST);
});

test("a stale answer appears at once with its age, is refreshed in the background, and nothing moves then; a skeleton waits 100 ms", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const first = await hover(page, await written(page, PEOPLE.ada.email));
  await expect(first.locator("main")).toHaveAttribute("data-state", "found");
  await leave(page);
  const options = await optionsPage(connected);
  await options.evaluate(async () => {
    const stored = await chrome.storage.session.get<Record<string, { state?: string }>>();
    for (const [key, answer] of Object.entries(stored))
      if (answer?.state === "found")
        await chrome.storage.session.set({ [key]: { ...answer, asOf: Date.now() - 720_000 } });
  });
  await stopWorker(connected);
  await page.bringToFront();
  await sandbox.latency(2_000);

  const card = await hover(page, await written(page, PEOPLE.ada.email));
  const age = card.locator(".age");
  await expect(age).toHaveText("From 12 minutes ago · refreshing");
  const status = await card.getByText("Active", { exact: true }).boundingBox();
  await expect(age).toHaveText("Refreshed just now");
  expect(await card.getByText("Active", { exact: true }).boundingBox()).toEqual(status);
  await leave(page);

  const loading = await hover(page, await written(page, PEOPLE.grace.email));
  const skeleton = loading.locator(".skeleton");
  const delays = await skeleton.evaluate((bones) =>
    bones.getAnimations().map(({ effect }) => effect?.getTiming().delay),
  );
  expect(delays).toEqual([100]);
  const asked = await loading.getByRole("heading", { name: PEOPLE.grace.email }).boundingBox();
  await expect(loading.locator("main")).toHaveAttribute("data-state", "found");
  const answered = await loading.getByRole("heading", { name: PEOPLE.grace.email }).boundingBox();
  expect(answered?.y).toBe(asked?.y);
});

test("a card above its word grows upwards, away from the pointer, and stays; nothing covers the word", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await fill(
    page,
    `<p style="position: fixed; bottom: 30px; left: 300px; margin: 0">${PEOPLE.ada.email}</p>`,
  );
  const word = page.locator("p");
  const card = await hover(page, word);
  const host = page.locator("[popover=manual]");
  const top = async () => (await host.boundingBox())?.y;
  await expect(card.locator("main")).toHaveAttribute("data-state", "found");
  const before = await top();
  await more(card).click();
  await expect(less(card)).toBeVisible();
  const after = (await top()) ?? 0;
  expect(after).toBe((before ?? 0) - (SECOND.height - FIRST.height));
  const { y = 0 } = (await word.boundingBox()) ?? {};
  expect(after + SECOND.height).toBeLessThan(y);
  await page.waitForTimeout(600);
  expect(await isShown(page)).toBe(true);

  await less(card).click();
  await expect(more(card)).toBeVisible();
  expect(await size(page)).toEqual(FIRST);
  expect(await top()).toBe(after);
  await page.waitForTimeout(600);
  expect(await isShown(page)).toBe(true);
  await expect(card.getByText("your click was ignored")).toHaveCount(0);
});

test("a pinned card that the page removes comes back pinned, in its larger size, which outlives the worker", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, await written(page, PEOPLE.ada.email));
  await pin(card).click();
  await expect(pin(card)).toHaveAttribute("aria-pressed", "true");
  await more(card).click();
  await expect(less(card)).toBeVisible();

  await page.locator("[popover=manual]").evaluate((host) => host.remove());
  await expect(page.locator("[popover=manual]")).toHaveCount(1);
  const again = await shownCard(page);
  await expect(again.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  await expect(pin(again)).toHaveAttribute("aria-pressed", "true");
  await expect(less(again)).toBeVisible();
  expect(await size(page)).toEqual(SECOND);

  await stopWorker(connected);
  await less(again).click();
  await expect(more(again)).toBeVisible();
  expect(await size(page)).toEqual(FIRST);
  await expect(pin(again)).toHaveAttribute("aria-pressed", "true");
  await again.getByRole("button", { name: "Close" }).click();
  await expect.poll(() => isShown(page)).toBe(false);
});

test("until the console link is set, the card's console button opens its option", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, await written(page, PEOPLE.ada.email));
  const opened = connected.context.waitForEvent("page");
  await card.getByRole("link", { name: "Set the console link" }).click();
  const options = await opened;
  await expect(options.getByRole("heading", { name: "Console link" })).toBeFocused();
});
