import { SERVICE_ACCOUNT } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import { connect } from "../harness/connect.ts";
import { killWorker } from "../harness/kill-worker.ts";
import { hover, isShown, leave, openTicket, pointAt, shownCard } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

test("the worker is killed during a back-off: the card gets its answer", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  await sandbox.fault({ match: "GET", times: 1, status: 503, headers: { "Retry-After": "4" } });
  await pointAt(page, page.getByTestId(TEST_IDS.requesterEmail));
  const card = await shownCard(page);
  await expect.poll(async () => (await sandbox.log()).map(({ status }) => status)).toEqual([503]);
  await killWorker(connected);
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  const requests = (await sandbox.lookUps()).map(({ path, status }) => `${path} ${status}`);
  const users = `/zones/${ACME.id}/users`;
  expect(requests).toEqual([`${users} 503`, `${users} 200`]);
});

test("the worker is killed during a token exchange: the card gets its answer", async ({
  connected,
  sandbox,
}) => {
  await connect(connected, { serviceAccount: SERVICE_ACCOUNT, zone: ACME.id });
  // As after a start of the worker without a token.
  await (await connected.worker()).evaluate(() => chrome.storage.session.remove("token"));
  await killWorker(connected);
  await sandbox.clearLog();
  await sandbox.fault({ match: "POST", times: 1, delayMs: 3_000 });
  const page = await openTicket(connected, sandbox, 1);
  await pointAt(page, page.getByTestId(TEST_IDS.requesterEmail));
  const card = await shownCard(page);
  await expect
    .poll(async () => (await sandbox.log()).map(({ method }) => method))
    .toEqual(["POST"]);
  await killWorker(connected);
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
});

test("the worker is killed after the answer: the card keeps it, and nothing is requested again", async ({
  connected,
  sandbox,
}) => {
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await card.getByRole("button", { name: "Pin" }).click();
  await expect(card.getByRole("button", { name: "Pin" })).toHaveAttribute("aria-pressed", "true");
  for (let kills = 0; kills < 2; kills++) {
    await killWorker(connected);
    await page.waitForTimeout(500);
  }
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  await card.getByRole("button", { name: "Close" }).click();
  await leave(page);
  // It can have a new frame: the port of the previous one ended with the worker.
  const again = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(again.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  expect(await sandbox.lookUps()).toHaveLength(1);
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
