import { API_KEYS } from "../../sandbox/credentials.ts";
import {
  LEGACY,
  SPRING_STRICT,
  TODAY_OLD_LIST,
  TODAY_STRICT,
} from "../../sandbox/generation-zones.ts";
import { casesOf } from "../../sandbox/people.ts";
import { connect } from "../harness/connect.ts";
import { hover, openTicket, written } from "../harness/steps.ts";
import { expect, test } from "./fixtures.ts";

/**
 * Someone who has roles only through groups, in zones whose API can report them, can report them for at least one user,
 * can't, and ignores the parameters.
 */

for (const [zone, sentence] of [
  [TODAY_STRICT, "support-agent · via group Support agents"],
  [TODAY_OLD_LIST, "support-agent · via group Support agents"],
  [SPRING_STRICT, "Roles not reported"],
  [LEGACY, "Roles not reported"],
] as const)
  test(`roles through a group, ${zone.name}`, async ({ connected, sandbox }) => {
    await connect(connected, { apiKey: API_KEYS.generations, zone: zone.id });
    const { nora } = casesOf(zone.id);

    const page = await openTicket(connected, sandbox, 1);
    const card = await hover(page, await written(page, nora.email));
    await expect(card.locator("article")).toHaveAttribute("data-user-id", nora.id);
    await expect(card.locator("article")).toContainText(sentence);
    await expect(card.locator("article")).not.toContainText("No roles");

    const popup = await connected.context.newPage();
    await popup.goto(connected.address("popup.html"));
    await popup.getByRole("combobox", { name: "Search users" }).fill("nora@");
    const found = popup.getByRole("listbox").locator(`[data-user-id="${nora.id}"]`);
    await found.click();
    await expect(popup.locator("article")).toContainText(sentence);

    const panel = await connected.context.newPage();
    await panel.goto(connected.address("sidepanel.html"));
    await panel.getByRole("combobox", { name: "Search users" }).fill("nora@");
    await panel.getByRole("listbox").locator(`[data-user-id="${nora.id}"]`).click();
    const shown = panel.locator(`article[data-user-id="${nora.id}"]`);
    await expect(shown).toContainText(sentence);
    await expect(shown).not.toContainText("No roles");
  });
