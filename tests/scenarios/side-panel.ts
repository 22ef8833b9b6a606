import { expect } from "@playwright/test";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import type { Scenario } from "./scenario.ts";
import { expectCard, leave, pointAt } from "./steps.ts";

function shownUser() {
  return document.querySelector<HTMLElement>("article[data-user-id]")?.dataset["userId"];
}

export const SIDE_PANEL: readonly Scenario[] = [
  {
    name: "the side panel follows the person in the card",
    async run(driver) {
      const ticket = await driver.open("/tickets/1");
      const panel = await driver.openOwn("sidepanel.html");
      for (const [testId, nth, { id }] of [
        [TEST_IDS.requesterEmail, 0, PEOPLE.ada],
        [TEST_IDS.affectedId, 1, PEOPLE.grace],
      ] as const) {
        await ticket.toFront();
        await pointAt(ticket, testId, nth);
        await expectCard(ticket, { state: "found", users: [id] });
        await leave(ticket);
        await panel.toFront();
        await expect.poll(() => panel.read(shownUser), "the panel shows").toBe(id);
      }
    },
  },
];
