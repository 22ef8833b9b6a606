import type { Frame, Page } from "@playwright/test";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { COLORS, judge } from "../harness/axe.ts";
import { optionsPage } from "../harness/extension-page.ts";
import { hover, openTicket } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/** In light with all rules, in dark with those about colors. @param document in the page, whose tab is active */
async function expectNothing(page: Page, document: Page | Frame, what: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const found = await judge(document, colorScheme === "light" ? {} : COLORS);
    expect.soft(found, `${what}, ${colorScheme}`).toEqual([]);
  }
}

test("axe finds nothing in the real card, popup, side panel and options, light or dark", async ({
  connected,
  sandbox,
}) => {
  const ticket = await openTicket(connected, sandbox, 1);
  const card = await hover(ticket, ticket.getByTestId(TEST_IDS.requesterEmail));
  await card.locator("main[data-state=found]").waitFor();
  await expectNothing(ticket, card, "card");

  const popup = await connected.context.newPage();
  await popup.goto(connected.address("popup.html"));
  await expectNothing(popup, popup, "popup");
  await popup.getByRole("combobox", { name: "Search users" }).fill("ada");
  await popup.getByRole("listbox").getByRole("option").first().waitFor();
  await expectNothing(popup, popup, "popup with results");

  const panel = await connected.context.newPage();
  await panel.goto(connected.address("sidepanel.html"));
  await panel.locator(`article[data-user-id="${PEOPLE.ada.id}"]`).waitFor();
  await expectNothing(panel, panel, "side panel");

  const options = await optionsPage(connected);
  await options.bringToFront();
  await expectNothing(options, options, "options");
});
