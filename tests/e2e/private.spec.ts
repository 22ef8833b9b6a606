import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { connect } from "../harness/connect.ts";
import { sendFromExtensionPage } from "../harness/extension-page.ts";
import { findInFolder } from "../harness/find-in-folder.ts";
import { clickMenuItem } from "../harness/menu.ts";
import { openPrivately } from "../harness/private-window.ts";
import { hover, leave, openTicket, shownCard, written } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";
import { expectGoesOn, pinCard } from "./pinned/tricks.ts";

const { rosalind, grace } = PEOPLE;

/** The content of session storage, except when the key was last used. */
async function session(browser: ExtensionBrowser): Promise<Record<string, unknown>> {
  const kept = await (await browser.worker()).evaluate(() => chrome.storage.session.get());
  const { "credential.last-use": _, ...rest } = kept;
  return rest;
}

test("in a private window a card answers; nothing of it is stored, and afterwards it is in no file", async ({
  profile,
  launch,
  sandbox,
}) => {
  const browser = await launch({ profile, inPrivate: true });
  await connect(browser, { apiKey: API_KEYS.full, zone: ACME.id });
  await sandbox.clearLog();
  const before = await session(browser);
  const page = await openPrivately(browser, `${sandbox.url}/tickets/1`);
  const place = await written(page, rosalind.email);
  for (const times of [1, 2]) {
    const card = await hover(page, place);
    await expect(card.locator("article")).toHaveAttribute("data-user-id", rosalind.id);
    expect(await sandbox.lookUps()).toHaveLength(times);
    await leave(page);
  }
  expect(await sendFromExtensionPage(browser, { type: "lastInspected" })).toBeNull();
  await page.close();
  await expect.poll(() => session(browser)).toEqual(before);
  await browser.close();
  expect(await findInFolder(profile, [rosalind.email, rosalind.id])).toEqual([]);
});

test("a card that is open when its private tab is closed is forgotten with it", async ({
  connected,
  sandbox,
}) => {
  const before = await session(connected);
  const page = await openPrivately(connected, `${sandbox.url}/tickets/1`);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await card.getByRole("button", { name: "Pin" }).click();
  await page.close();
  await expect.poll(() => session(connected)).toEqual(before);
});

test("a page in a private window that hides, removes or covers a pinned card causes no request, though no answer is cached", async ({
  connected,
  sandbox,
}) => {
  test.setTimeout(120_000);
  const page = await openPrivately(connected, `${sandbox.url}/tickets/1`);
  await pinCard(page, await written(page, rosalind.email));
  await expectGoesOn((name, body) => test.step(name, body), page, sandbox, rosalind.id);
});

test("the menu in a private window: the card answers, and the side panel doesn't follow", async ({
  connected,
  sandbox,
}) => {
  const panel = await connected.context.newPage();
  await panel.goto(connected.address("sidepanel.html"));
  const page = await openPrivately(connected, `${sandbox.url}/tickets/1`);
  await written(page, rosalind.email);
  const target = page.getByTestId(TEST_IDS.threadEmail).first();
  await target.click({ button: "right" });
  await clickMenuItem(connected, page, { selectionText: rosalind.email, frameId: 0 });
  const card = await shownCard(page);
  await expect(card.locator("article")).toHaveAttribute("data-user-id", rosalind.id);
  await expect(panel.locator("article")).toHaveCount(0);
  expect(Object.keys(await session(connected)).filter((key) => /answer|inspect/.test(key))).toEqual(
    [],
  );
});

test("a normal window next to it keeps its own answers, which a private one can show", async ({
  connected,
  sandbox,
}) => {
  const normal = await openTicket(connected, sandbox, 1);
  await hover(normal, await written(normal, grace.email));
  const kept = async () =>
    Object.keys(await session(connected)).filter((key) => /^answer/.test(key));
  await expect.poll(kept).toHaveLength(1);
  expect(await sendFromExtensionPage(connected, { type: "lastInspected" })).toMatchObject({
    value: grace.email,
  });
  await sandbox.clearLog();
  const page = await openPrivately(connected, `${sandbox.url}/tickets/1`);
  const card = await hover(page, await written(page, grace.email));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", grace.id);
  expect(await sandbox.besideNames()).toEqual([]);
});
