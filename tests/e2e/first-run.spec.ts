import type { Locator, Page } from "@playwright/test";
import { API_KEYS, SERVICE_ACCOUNT } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME, FORBIDDEN } from "../../sandbox/zones.ts";
import { connectByForm, removeKey, typeApiKey } from "../harness/connect.ts";
import { optionsPage } from "../harness/extension-page.ts";
import { hover, openTicket } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

test("installing opens options, once", async ({ launch }) => {
  const { context, address } = await launch();
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
  await expect(card.locator("main")).toContainText("No key is set up");
  const opened = extension.context.waitForEvent(
    "page",
    (other) => other.url() === extension.address("options.html"),
  );
  await card.getByRole("button", { name: "Open options" }).click();
  const options = await opened;
  await expect.poll(() => options.evaluate(() => document.visibilityState)).toBe("visible");

  const popup = await extension.context.newPage();
  await popup.goto(extension.address("popup.html"));
  await expect(popup.getByRole("button", { name: /Connect/ })).toBeVisible();
  expect(await sandbox.log()).toEqual([]);
});

test("a service account connects, and lookups use its token", async ({ extension, sandbox }) => {
  await connectByForm(extension, { serviceAccount: SERVICE_ACCOUNT, zone: ACME.id });
  const page = await openTicket(extension, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
});

test("a key that can't list zones: the zone's ID is typed, and checked", async ({ extension }) => {
  const options = await extension.context.newPage();
  await options.goto(extension.address("options.html"));
  await typeApiKey(options, API_KEYS.noList);
  const zone = options.getByRole("combobox", { name: "Zone" });
  const use = options.getByRole("button", { name: "Use this zone" });
  for (const [typed, said] of [
    ["n0suchz0ne", "This zone doesn’t exist"],
    [FORBIDDEN.id, "can’t access that zone"],
    ["..", "That isn’t a zone ID"],
  ] as const) {
    await zone.fill(typed);
    await use.click();
    await expect(options.getByText(said, { exact: false }).first()).toBeVisible();
  }
  await zone.fill(ACME.id);
  await use.click();
  await expect(options.getByText("Users are looked up in").first()).toBeVisible();
});

test("a key that can read one zone needs no choice", async ({ extension, sandbox }) => {
  const options = await extension.context.newPage();
  await options.goto(extension.address("options.html"));
  await typeApiKey(options, API_KEYS.oneZone);
  await expect(options.getByText("Users are looked up in").first()).toBeVisible();
  const page = await openTicket(extension, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
});

test("after the key is removed, lookups stop", async ({ connected, sandbox }) => {
  const options = await connected.context.newPage();
  await options.goto(connected.address("options.html"));
  await removeKey(options);
  await expect(options.getByRole("radio", { name: "API key" })).toBeVisible();
  await sandbox.clearLog();
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("main")).toContainText("No key is set up");
  expect(await sandbox.log()).toEqual([]);
  const kept = await (await connected.worker()).evaluate(async () =>
    JSON.stringify([await chrome.storage.session.get(), await chrome.storage.local.get()]),
  );
  expect(kept).not.toContain(API_KEYS.full);
});

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${target}.`);
}

const stepOf = (options: Page) => options.locator("[aria-current=step]");
const heading = (options: Page, name: RegExp) => options.getByRole("heading", { name });

test("the first run, by keyboard only: interrupted, resumed, and tried out at its end", async ({
  extension,
  sandbox,
}) => {
  const first = await optionsPage(extension);
  await expect(heading(first, /^What data goes where/)).toBeVisible();
  await expect(first.getByRole("textbox")).toHaveCount(0);
  await tabTo(first, first.getByRole("button", { name: "Agree and continue" }));
  await first.keyboard.press("Enter");
  await expect(heading(first, /Step 1 of 4 Connect to Keycard/)).toBeFocused();
  await expect(first.getByRole("combobox", { name: "Zone" })).toHaveCount(0);
  await expect(first.getByRole("radio", { name: "API key" })).toBeChecked();
  await tabTo(first, first.getByRole("textbox", { name: "API key" }));
  await first.keyboard.type("not-a-key-of-anybody");
  await first.keyboard.press("Enter");
  await expect(first.getByRole("alert")).toBeVisible();
  await expect(stepOf(first)).toContainText("Connect to Keycard");
  await first.getByRole("textbox", { name: "API key" }).press("ControlOrMeta+a");
  await first.keyboard.type(API_KEYS.full);
  await first.keyboard.press("Enter");
  await expect(heading(first, /Step 2 of 4 Zone/)).toBeFocused();
  await expect(first.locator("[role=status].heard-only")).toContainText("Connected to Keycard");
  await first.close();

  const options = await extension.context.newPage();
  await options.goto(extension.address("options.html"));
  await expect(stepOf(options)).toContainText("Zone");
  const zone = options.getByRole("combobox", { name: "Zone" });
  await tabTo(options, zone);
  await options.keyboard.type("Acme Support");
  await expect(options.getByText("Users are looked up in").first()).toBeVisible();
  await tabTo(options, options.getByRole("button", { name: "Continue" }));
  await options.keyboard.press("Enter");
  await expect(heading(options, /Step 3 of 4 Sites/)).toBeFocused();
  await tabTo(options, options.getByRole("button", { name: "Finish" }));
  await options.keyboard.press("Enter");

  await expect(heading(options, /Step 4 of 4 You’re set/)).toBeFocused();
  await expect(heading(options, /Step 4 of 4 You’re set/)).toBeInViewport();
  await expect(options.getByText("and hover an e-mail address")).toBeVisible();
  await tabTo(options, options.getByRole("textbox", { name: /Someone in your zone/ }));
  await options.keyboard.type(PEOPLE.ada.email);
  const asked = () => sandbox.lookUps();
  expect(await asked()).toEqual([]);
  const mention = options.getByRole("button", { name: PEOPLE.ada.email });
  await tabTo(options, mention);
  await options.keyboard.press("Enter");
  const card = options.getByRole("region", { name: "Keycard Lookup" });
  await expect(card.locator("article")).toHaveAttribute("data-user-id", PEOPLE.ada.id);
  await options.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await expect(mention).toBeFocused();

  await tabTo(options, options.getByRole("button", { name: "All settings" }));
  await options.keyboard.press("Enter");
  await expect(heading(options, /^Connect to Keycard/)).toBeFocused();
  await options.reload();
  await expect(heading(options, /^Export and import/)).toBeVisible();
  await expect(stepOf(options)).toHaveCount(0);
});

test("the first run can be skipped, a step or all of it, and doesn't come back", async ({
  extension,
}) => {
  const options = await optionsPage(extension);
  await options.getByRole("button", { name: "Agree and continue" }).click();
  await options.getByRole("button", { name: "Skip this step" }).click();
  await expect(heading(options, /Step 3 of 4 Sites/)).toBeFocused();
  await options.reload();
  await expect(stepOf(options)).toContainText("Sites");
  await options.getByRole("button", { name: "Finish" }).click();
  await expect(heading(options, /Step 4 of 4 Not ready yet/)).toBeFocused();
  await options.reload();
  await expect(heading(options, /^Export and import/)).toBeVisible();
  await expect(stepOf(options)).toHaveCount(0);
});

test("the first run can be left before agreeing to anything; nothing is connected without that", async ({
  extension,
  sandbox,
}) => {
  const options = await optionsPage(extension);
  await options.getByRole("button", { name: "Not now" }).click();
  await expect(heading(options, /^Connect to Keycard/)).toBeFocused();
  await options.reload();
  await expect(heading(options, /^Export and import/)).toBeVisible();
  await expect(options.getByRole("button", { name: "Connect" })).toHaveCount(0);
  await options.getByRole("button", { name: "Agree and continue" }).click();
  await expect(heading(options, /^Connect to Keycard/)).toBeFocused();
  await expect(options.getByRole("button", { name: "Connect" })).toBeVisible();
  expect(await sandbox.log()).toEqual([]);
});
