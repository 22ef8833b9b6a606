import { expect } from "@playwright/test";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import type { Scenario } from "./scenario.ts";
import { expectCard, pointAt } from "./steps.ts";

const { ada } = PEOPLE;

/** The browser can stop the background at any moment. */
export const BACKGROUND: readonly Scenario[] = [
  {
    name: "the background is stopped before the hover: it wakes, and has key and zone",
    async run(driver) {
      const tab = await driver.open("/tickets/1");
      await driver.stopBackground();
      await pointAt(tab, TEST_IDS.requesterEmail);
      await expectCard(tab, { state: "found", users: [ada.id] });
    },
  },
  {
    name: "the background is stopped between hover and answer: the card gets its answer",
    async run(driver, sandbox) {
      const tab = await driver.open("/tickets/1");
      await sandbox.latency(2_500);
      await pointAt(tab, TEST_IDS.requesterEmail);
      await expectCard(tab, { state: "loading" });
      await expect.poll(async () => (await sandbox.log()).length).toBe(1);
      await driver.stopBackground();
      await sandbox.latency(0);
      await expectCard(tab, { state: "found", users: [ada.id] });
    },
  },
];
