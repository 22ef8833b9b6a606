import { expect } from "@playwright/test";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import type { Tab } from "./driver.ts";
import type { Scenario } from "./scenario.ts";
import { expectCard, expectNoCard, placeOf } from "./steps.ts";

const { ada, grace } = PEOPLE;

function focus(tab: Tab, testId: string): Promise<void> {
  return tab.read(
    (id) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.focus(),
    testId,
  );
}

function hasFocus(tab: Tab, testId: string): Promise<boolean> {
  return tab.read(
    (id) => document.activeElement?.matches(`[data-testid="${id}"]`) ?? false,
    testId,
  );
}

/** Without hovering anyone. */
export const MENU_AND_COMMAND: readonly Scenario[] = [
  {
    name: "Alt+Shift+K looks up the focused link; the keyboard goes into the card, and back with Esc",
    async run(driver) {
      const tab = await driver.open("/tickets/1");
      await focus(tab, TEST_IDS.threadMailto);
      await tab.pressCommand();
      await expectCard(tab, { state: "found", users: [grace.id] });
      const inCard = async () => (await tab.card())?.read(() => document.hasFocus());
      await expect.poll(inCard, "the keyboard is in the card").toBe(true);
      await tab.press("Tab");
      const focused = async () => (await tab.card())?.read(() => document.activeElement?.localName);
      await expect.poll(focused, "Tab leads to a button").toBe("button");
      await tab.press("Escape");
      await expectNoCard(tab);
      await expect.poll(() => hasFocus(tab, TEST_IDS.threadMailto), "the link has it").toBe(true);
    },
  },
  {
    name: "the context menu's item looks up a selection, a mailto link and a field",
    async run(driver) {
      const tab = await driver.open("/tickets/1");
      await tab.read((id) => {
        const place = document.querySelector(`[data-testid="${id}"]`);
        if (place) getSelection()?.selectAllChildren(place);
      }, TEST_IDS.requesterEmail);
      for (const [testId, id] of [
        [TEST_IDS.requesterEmail, ada.id],
        [TEST_IDS.threadMailto, grace.id],
        [TEST_IDS.requesterInput, ada.id],
      ] as const) {
        await tab.chooseMenuItem(await placeOf(tab, testId));
        await expectCard(tab, { state: "found", users: [id] });
        await tab.press("Escape");
        await expectNoCard(tab);
        await tab.read(() => getSelection()?.removeAllRanges());
      }
    },
  },
];
