import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { typeApiKey } from "../harness/connect.ts";
import { optionsPage } from "../harness/extension-page.ts";
import { killWorker } from "../harness/kill-worker.ts";
import { hover, openTicket } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/**
 * Fills session storage until there is no room for anything worth storing: texts of a few characters don't count
 * (Chromium 156).
 *
 * @returns how often it was full
 */
async function fillSession(): Promise<number> {
  const { session } = chrome.storage;
  let refused = 0;
  for (let n = 0, size = 1024 * 1024; size >= 32; n++) {
    try {
      await session.set({ [`filler${n}`]: "x".repeat(size) });
    } catch {
      refused += 1;
      size /= 2;
    }
  }
  return refused;
}

test("full session storage: cards and popup answer as usual", async ({ connected, sandbox }) => {
  const options = await optionsPage(connected);
  expect(await options.evaluate(fillSession)).toBeGreaterThan(10);
  const page = await openTicket(connected, sandbox, 1);
  const card = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(card.locator("article[data-user-id]")).toHaveAttribute(
    "data-user-id",
    PEOPLE.ada.id,
  );

  const popup = await connected.context.newPage();
  await popup.goto(connected.address("popup.html"));
  await popup.getByRole("combobox", { name: "Search users" }).fill(PEOPLE.grace.email);
  await expect(popup.locator(`[data-user-id="${PEOPLE.grace.id}"]`).first()).toBeVisible();

  await popup.close();
  await killWorker(connected);
  await page.bringToFront();
  await page.reload();
  const again = await hover(page, page.getByTestId(TEST_IDS.requesterEmail));
  await expect(again.locator("article[data-user-id]")).toHaveAttribute(
    "data-user-id",
    PEOPLE.ada.id,
  );
});

test("full session storage: a key that can't be handed over says so, stays in its field, and is accepted once there is room", async ({
  extension,
}) => {
  const options = await optionsPage(extension);
  await options.evaluate(fillSession);
  await typeApiKey(options, API_KEYS.oneZone);
  await expect(options.getByRole("alert")).toContainText(
    "Not connected. This browser has no room left for the extension’s temporary data. Nothing was saved. Restart the browser, then try again.",
  );
  await expect(options.getByRole("textbox", { name: "API key" })).toHaveValue(API_KEYS.oneZone);
  // As much as an hour of lookups stores.
  await options.evaluate(async () => {
    const { session } = chrome.storage;
    const filler = Object.entries(await session.get(null)).filter(([key]) =>
      key.startsWith("filler"),
    );
    await session.remove(filler.map(([key]) => key));
    await session.set(Object.fromEntries(filler.map(([key, text]) => [`answer.${key}`, text])));
  });
  await options.getByRole("button", { name: "Connect" }).click();
  await expect(options.getByText("Users are looked up in").first()).toBeVisible();
});
