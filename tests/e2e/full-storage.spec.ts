import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { optionsPage } from "../harness/extension-page.ts";
import { killWorker } from "../harness/kill-worker.ts";
import { hover, openTicket } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** Fills session storage until nothing has room any more. @returns whether the last that was tried was refused */
async function fillSession(): Promise<boolean> {
  const { session } = chrome.storage;
  let size = 1024 * 1024;
  let n = 0;
  let isFull = false;
  while (size >= 1) {
    try {
      await session.set({ [`filler${n++}`]: "x".repeat(size) });
    } catch {
      isFull = true;
      size = size > 1 ? Math.floor(size / 2) : 0;
    }
  }
  return isFull;
}

test("session storage that is full: cards and popup answer as always", async ({
  connected,
  sandbox,
}) => {
  const options = await optionsPage(connected);
  expect(await options.evaluate(fillSession)).toBe(true);
  const page = await openTicket(connected, sandbox, 1001);
  const card = await hover(page, page.getByTestId(TEST_IDS.plainText));
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
  const again = await hover(page, page.getByTestId(TEST_IDS.plainText));
  await expect(again.locator("article[data-user-id]")).toHaveAttribute(
    "data-user-id",
    PEOPLE.ada.id,
  );
});
