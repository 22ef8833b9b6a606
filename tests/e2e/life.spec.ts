import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { killWorker } from "../harness/kill-worker.ts";
import { hover, isShown, leave, openTicket, pointAt, shownCard } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** Unpacked extensions come back from a reload in developer mode only. */
async function allowReload({ context }: ExtensionBrowser): Promise<void> {
  const page = await context.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate(async () => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { updateProfileConfiguration(change: object): Promise<void> };
    };
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  });
  await page.close();
}

test("the worker killed between hover and answer: the card gets its answer", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await sandbox.latency(1_500);
  await pointAt(page, page.getByTestId(TEST_IDS.requesterEmail));
  const card = await shownCard(page);
  await expect(card.locator("main")).toHaveAttribute("data-state", "loading");
  await expect.poll(async () => (await sandbox.log()).length).toBe(1);
  await killWorker(connected);
  await sandbox.latency(0);
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
});

test("the worker killed before the hover: it wakes, and knows key and zone", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await killWorker(connected);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
});

test("the extension reloaded with a card open: the old script leaves nothing, the new page works", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await allowReload(connected);
  const worker = await connected.worker();
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await page.bringToFront();
  await expect(page.locator("[popover=manual]")).toHaveCount(0);
  await expect.poll(() => connected.context.serviceWorkers().length).toBe(1);
  await page.reload();
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  // A reload of the extension empties session storage, and with it the key.
  await expect(card.locator("main")).toContainText("No key for Keycard is set up");
});

test("one card at a time: the next mention moves it", async ({ connected, sandbox }) => {
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.affectedEmail).nth(0));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  await pointAt(page, page.getByTestId(TEST_IDS.requesterEmail));
  await leave(page);
  await hover(page, page.getByTestId(TEST_IDS.affectedEmail).nth(2));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.alan.id);
  expect(await page.locator("[popover=manual]").count()).toBe(1);
  expect(await isShown(page)).toBe(true);
});

test("back and forward: the card still works on the page that comes back", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await page.goto(`${sandbox.url}/tickets/`);
  await page.goBack();
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  expect(await page.locator("[popover=manual]").count()).toBe(1);
});
