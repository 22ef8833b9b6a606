import type { Frame } from "@playwright/test";
import { peopleOf } from "../../sandbox/people.ts";
import { SMALL_LEGACY } from "../../sandbox/zones.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { sendFromExtensionPage } from "../harness/extension-page.ts";
import type { Sandbox } from "../harness/sandbox-control.ts";
import { hover, openTicket, written } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** What is shown together belongs to one zone, whichever is chosen meanwhile in another window. */

const { grace } = peopleOf(SMALL_LEGACY.id);

const chooseElsewhere = (browser: ExtensionBrowser, zoneId: string) =>
  sendFromExtensionPage(browser, { type: "chooseZone", zoneId });

test("a popup that stays open follows the zone: its name, its list, and what it denies", async ({
  connected,
}) => {
  const popup = await connected.context.newPage();
  await popup.goto(connected.address("popup.html"));
  const options = popup.getByRole("listbox").getByRole("option");
  const field = popup.getByRole("combobox", { name: "Search users" });
  const ids = () =>
    options.evaluateAll((all) => all.map((one) => one.getAttribute("data-user-id")));
  await field.fill("example.com");
  await expect(options.first()).toBeVisible();
  const before = await ids();
  await popup.getByRole("combobox", { name: "Status" }).selectOption({ index: 1 });

  await chooseElsewhere(connected, SMALL_LEGACY.id);
  await expect(popup.getByRole("combobox", { name: "Zone" })).toHaveValue(SMALL_LEGACY.id);
  await expect.poll(ids).toContain(grace.id);
  expect((await ids()).filter((id) => before.includes(id))).toEqual([]);
  await expect(popup.getByRole("combobox", { name: "Status" })).toHaveValue("");
  await field.fill("nobody@example.com");
  await expect(popup.locator(".notice-known")).toContainText(
    `No user in zone ${SMALL_LEGACY.name}`,
  );
});

test("options that stay open follow a zone that another window has chosen", async ({
  connected,
}) => {
  const options = await connected.context.newPage();
  await options.goto(connected.address("options.html"));
  const zone = options.getByRole("combobox", { name: "Zone" });
  await expect(zone).not.toHaveValue(SMALL_LEGACY.id);
  const popup = await connected.context.newPage();
  await popup.goto(connected.address("popup.html"));
  await popup.getByRole("combobox", { name: "Zone" }).selectOption(SMALL_LEGACY.id);
  await expect(zone).toHaveValue(SMALL_LEGACY.id);
});

test("the rest of a list is from the same zone as its beginning, or isn't loaded", async ({
  connected,
  sandbox,
}) => {
  const popup = await connected.context.newPage();
  await popup.goto(connected.address("popup.html"));
  await popup.getByRole("combobox", { name: "Search users" }).fill("example");
  await expect(popup.getByRole("button", { name: "More" })).toBeVisible();
  const after = { cursor: "any", zoneId: "the-former-zone" };
  await sandbox.clearLog();
  expect(
    await sendFromExtensionPage(connected, { type: "search", text: "example", after }),
  ).toEqual({
    state: "failed",
    failure: { why: "aborted" },
  });
  expect(await sandbox.log()).toEqual([]);
});

/** The card of someone whom only another zone has. */
async function cardOfStranger(browser: ExtensionBrowser, sandbox: Sandbox): Promise<Frame> {
  const page = await openTicket(browser, sandbox, 1);
  const card = await hover(page, await written(page, grace.id));
  await expect(card.locator("main")).toHaveAttribute("data-state", "absent");
  return card;
}

test("someone absent here is found in another zone with one click", async ({
  connected,
  sandbox,
}) => {
  const card = await cardOfStranger(connected, sandbox);
  await card.getByRole("button", { name: "Search other zones" }).click();
  await expect(card.locator(`article[data-user-id="${grace.id}"]`)).toContainText(
    "grace@example.com",
  );
  await expect(card.locator("main")).toContainText("Found in Small legacy:");
  await expect(card.locator("main")).toHaveAttribute("data-state", "absent");
});

test("a pinned card searches the zones other than its own, including the one chosen by then", async ({
  connected,
  sandbox,
}) => {
  const card = await cardOfStranger(connected, sandbox);
  await card.getByRole("button", { name: "Pin" }).click();
  await chooseElsewhere(connected, SMALL_LEGACY.id);
  await card.getByRole("button", { name: "Search other zones" }).click();
  await expect(card.locator(`article[data-user-id="${grace.id}"]`)).toBeVisible();
  await expect(card.locator("main")).toContainText(`Found in ${SMALL_LEGACY.name}:`);
});
