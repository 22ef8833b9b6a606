import { API_KEYS, SERVICE_ACCOUNT } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME, FORBIDDEN } from "../../sandbox/zones.ts";
import { connect, typeApiKey } from "../harness/connect.ts";
import { hover, openTicket } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

test("installing opens options, once", async ({ extension }) => {
  const { context, address } = extension;
  await expect
    .poll(() => context.pages().filter((page) => page.url() === address("options.html")).length)
    .toBe(1);
});

test("with no key, card and popup say so and lead to options; nothing is sent", async ({
  extension,
  sandbox,
}) => {
  const page = await openTicket(extension, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("main")).toHaveAttribute("data-state", "failed");
  await expect(card.locator("main")).toContainText("No key for Keycard is set up");
  await card.getByRole("button", { name: "Open options" }).click();
  const options = extension.context
    .pages()
    .find((other) => other.url() === extension.address("options.html"));
  await expect.poll(() => options?.evaluate(() => document.visibilityState)).toBe("visible");

  const popup = await extension.context.newPage();
  await popup.goto(extension.address("popup.html"));
  await expect(popup.getByRole("button", { name: /Connect/ })).toBeVisible();
  expect(await sandbox.log()).toEqual([]);
});

test("a service account connects, and look-ups go through its token", async ({
  extension,
  sandbox,
}) => {
  await connect(extension, { serviceAccount: SERVICE_ACCOUNT, zone: ACME.id });
  const page = await openTicket(extension, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
});

test("a key that may not list zones: the zone's ID is typed, and checked", async ({
  extension,
}) => {
  const options = await extension.context.newPage();
  await options.goto(extension.address("options.html"));
  await typeApiKey(options, API_KEYS.noList);
  const zone = options.getByRole("combobox", { name: "Zone" });
  const use = options.getByRole("button", { name: "Use this zone" });
  for (const [typed, said] of [
    ["n0suchz0ne", "Keycard knows no such zone"],
    [FORBIDDEN.id, "may not read that zone"],
    ["..", "This is no zone ID"],
  ] as const) {
    await zone.fill(typed);
    await use.click();
    await expect(options.getByText(said, { exact: false }).first()).toBeVisible();
  }
  await zone.fill(ACME.id);
  await use.click();
  await expect(options.getByText("Users are looked up in").first()).toBeVisible();
});

test("a key that reads one zone needs no choosing", async ({ extension, sandbox }) => {
  const options = await extension.context.newPage();
  await options.goto(extension.address("options.html"));
  await typeApiKey(options, API_KEYS.oneZone);
  await expect(options.getByText("Users are looked up in").first()).toBeVisible();
  const page = await openTicket(extension, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
});

test("a forgotten key is gone: look-ups stop", async ({ connected, sandbox }) => {
  const options = await connected.context.newPage();
  await options.goto(connected.address("options.html"));
  await options.getByRole("button", { name: "Forget key" }).click();
  await options.getByRole("button", { name: "Yes, forget it" }).click();
  await expect(options.getByRole("radio", { name: "API key" })).toBeVisible();
  await sandbox.clearLog();
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("main")).toContainText("No key for Keycard is set up");
  expect(await sandbox.log()).toEqual([]);
  const kept = await (await connected.worker()).evaluate(async () =>
    JSON.stringify([await chrome.storage.session.get(), await chrome.storage.local.get()]),
  );
  expect(kept).not.toContain(API_KEYS.full);
});
