import type { Page } from "@playwright/test";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import { pressCommand } from "../harness/press-command.ts";
import type { Sandbox } from "../harness/sandbox-control.ts";
import { focusButton, hover, leave, openTicket, shownCard, written } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";
import { expectGoesOn, pinCard } from "./pinned/tricks.ts";

/**
 * A pinned card in a page that hides, removes or covers it continues with the answer it had: a page's script must not
 * be able to cause a request (design, invariant 3). For cases without a cache, see private.spec.ts and policy.spec.ts.
 */

const { ada } = PEOPLE;

/** Counts nodes added and removed directly below the root, where the host is, from now on. */
const countNodes = (page: Page) =>
  page.evaluate(() => {
    const nodes = { added: 0, removed: 0 };
    Object.assign(window, { nodes });
    new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records) {
        nodes.added += addedNodes.length;
        nodes.removed += removedNodes.length;
      }
    }).observe(document.documentElement, { childList: true });
  });

const nodes = (page: Page) =>
  page.evaluate(() => (window as unknown as { nodes: object }).nodes as { added: number });

test("a page that hides, removes or covers a pinned card causes no request, and the card still shows its answer", async ({
  connected,
  sandbox,
}) => {
  test.setTimeout(120_000);
  const page = await openTicket(connected, sandbox, 1);
  await pinCard(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expectGoesOn((name, body) => test.step(name, body), page, sandbox, ada.id);
});

test("a pinned card that is only hidden is shown again with its frame; one that is removed is set up again once each time", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const card = await pinCard(page, page.getByTestId(TEST_IDS.requesterEmail));
  await countNodes(page);
  await page.evaluate(async () => {
    for (let times = 0; times < 60; times++) {
      document.querySelector<HTMLElement>("[popover=manual]")?.hidePopover();
      await new Promise((later) => setTimeout(later, 50));
    }
  });
  expect(await shownCard(page)).toBe(card);
  expect(await nodes(page)).toEqual({ added: 0, removed: 0 });

  const removals = await page.evaluate(async () => {
    let removed = 0;
    for (let times = 0; times < 60; times++) {
      const host = document.querySelector("[popover=manual]");
      host?.remove();
      if (host) removed++;
      await new Promise((later) => setTimeout(later, 50));
    }
    return removed;
  });
  await shownCard(page);
  expect(removals).toBeGreaterThan(1);
  expect(await nodes(page)).toEqual({ added: removals, removed: removals });
});

test("the focus that opened a pinned card returns to it when the page removes the card, but not if the user has moved on", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await page.getByTestId(TEST_IDS.requesterInput).focus();
  await pressCommand(page);
  const card = await shownCard(page);
  await expect(card.locator("article")).toHaveAttribute("data-user-id", ada.id);
  const hasKeyboard = () =>
    shownCard(page)
      .then((shown) => shown.evaluate(() => document.hasFocus()))
      // Its frame can be replaced by a new one meanwhile.
      .catch(() => false);
  await expect.poll(hasKeyboard).toBe(true);
  await focusButton(page, card, "Pin");
  await page.keyboard.press("Enter");
  await expect(card.getByRole("button", { name: "Pin" })).toHaveAttribute("aria-pressed", "true");

  const removeHost = () =>
    page.locator("[popover=manual]").evaluate((host) => {
      host.remove();
    });
  await removeHost();
  await expect(page.locator("[popover=manual]")).toHaveCount(1);
  await expect.poll(hasKeyboard).toBe(true);

  const reply = page.getByTestId(TEST_IDS.reply);
  await reply.focus();
  await removeHost();
  await expect(page.locator("[popover=manual]")).toHaveCount(1);
  await shownCard(page);
  await expect(reply).toBeFocused();
});

/** More people than a card shows at once. */
const CROWD = 80;
const SHARED = "crowd@example.com";

/** From now on this many people have one address, each with a complete record. */
async function shareAddress(sandbox: Sandbox): Promise<void> {
  const reply = await fetch(`${sandbox.url}/zones/${ACME.id}/users/${ada.id}`, {
    headers: { Authorization: `Bearer ${API_KEYS.full}` },
  });
  const person = (await reply.json()) as object;
  const items = Array.from({ length: CROWD }, (_, n) => ({
    ...person,
    id: `cr0wd${String(n).padStart(2, "0")}aaaa1bbbb2cccc3dddd`,
    email: SHARED,
  }));
  const pagination = { after_cursor: null, before_cursor: null, total_count: CROWD };
  const body = { items, pagination };
  await sandbox.fault({ match: `GET /zones/${ACME.id}/users`, times: null, body });
}

test(`an address that ${CROWD} people share: the page sees one host added and none removed, however long drawing them takes`, async ({
  connected,
  sandbox,
}) => {
  await shareAddress(sandbox);
  const page = await openTicket(connected, sandbox, 1);
  const place = await written(page, SHARED);
  await countNodes(page);
  // Requested first, then cached: the answer arrives together with the person.
  for (let times = 0; times < 3; times++) {
    const card = await hover(page, place);
    await expect(card.locator("main")).toContainText(`${CROWD} users share this address`);
    await leave(page);
  }
  expect(await nodes(page)).toEqual({ added: 1, removed: 0 });
});
