import { expect } from "@playwright/test";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { ABSENT, PEOPLE } from "../../sandbox/people.ts";
import type { Driver, Tab } from "./driver.ts";
import type { Scenario } from "./scenario.ts";
import {
  boxOfCard,
  click,
  clickInCard,
  expectCard,
  expectNoCard,
  leave,
  placeOf,
  pointAt,
  write,
} from "./steps.ts";

const { ada, grace } = PEOPLE;

/** Opens a ticket, focuses its requester's field, and then hovers the requester's address. */
async function fromFieldToCard(driver: Driver): Promise<Tab> {
  const tab = await driver.open("/tickets/1");
  await tab.click(await placeOf(tab, TEST_IDS.requesterInput));
  await leave(tab);
  await pointAt(tab, TEST_IDS.requesterEmail);
  await expectCard(tab, { state: "found", users: [ada.id] });
  return tab;
}

/** The text of the focused field. */
function typedIn() {
  return (document.activeElement as HTMLInputElement | null)?.value;
}

/** Who is it? The card says so, and says what it doesn't know. */
export const HOVER: readonly Scenario[] = [
  {
    name: "hovering an e-mail address shows status, verification, roles with their scope, and last sign-in, in one request",
    quick: true,
    async run(driver, sandbox) {
      const tab = await driver.open("/tickets/1");
      await pointAt(tab, TEST_IDS.requesterEmail);
      const { text } = await expectCard(tab, { state: "found", users: [ada.id] });
      for (const part of [
        "ada@example.com",
        "Active",
        "E-mail verified",
        "admin",
        "zone",
        "auditor",
      ])
        expect(text).toContain(part);
      expect(text).toContain("Last sign-in");
      expect(await sandbox.lookUps()).toHaveLength(1);
      await leave(tab);
    },
  },
  {
    name: "a card opens on a page with the strictest CSP, COEP and COOP",
    async run(driver) {
      const tab = await driver.open("/tickets/strict/1");
      await pointAt(tab, TEST_IDS.requesterEmail);
      await expectCard(tab, { state: "found", users: [ada.id] });
    },
  },
  {
    name: "hovering a user ID shows a disabled account as disabled",
    async run(driver) {
      const tab = await driver.open("/tickets/1");
      await pointAt(tab, TEST_IDS.affectedId, 1);
      const { text } = await expectCard(tab, { state: "found", users: [grace.id] });
      expect(text).toContain("Disabled");
      expect(text).not.toMatch(/^Active$/m);
    },
  },
  {
    name: "someone who isn't in the zone is absent for certain, by address and by ID",
    async run(driver) {
      const tab = await driver.open("/tickets/1");
      for (const value of [ABSENT.email, ABSENT.id]) {
        await write(tab, value);
        await pointAt(tab, TEST_IDS.threadEmail);
        const { text } = await expectCard(tab, { state: "absent", users: [] });
        expect(text).toContain("No user with this");
        await leave(tab);
      }
    },
  },
  {
    name: "a failure is shown, and the next hover sends a new request",
    async run(driver, sandbox) {
      await sandbox.fault({ match: "GET", times: 3, status: 500 });
      const tab = await driver.open("/tickets/1");
      await pointAt(tab, TEST_IDS.requesterEmail);
      const { text } = await expectCard(tab, { state: "failed", users: [] });
      expect(text).toContain("Keycard");
      await sandbox.reset();
      await leave(tab);
      await pointAt(tab, TEST_IDS.requesterEmail);
      await expectCard(tab, { state: "found", users: [ada.id] });
    },
  },
  {
    name: "a click in the card takes the focus, which returns to its field once the card is gone",
    async run(driver) {
      const tab = await fromFieldToCard(driver);
      const { left, top, width, height } = await boxOfCard(tab);
      await tab.click({ x: left + width / 2, y: top + height / 2 });
      const inCard = async () => (await tab.card())?.read(() => document.hasFocus());
      await expect.poll(inCard, "the keyboard is in the card").toBe(true);
      await leave(tab);
      await tab.press("End");
      await tab.type("!");
      expect(await tab.read(typedIn)).toMatch(/@.*!$/);
    },
  },
  {
    name: "a closed pinned card returns the focus to where the user has moved on meanwhile",
    async run(driver) {
      const tab = await fromFieldToCard(driver);
      await clickInCard(tab, "Pin");
      await click(tab, "textbox", "Search");
      await tab.type("refund");
      expect(await tab.read(typedIn)).toBe("refund");
      await clickInCard(tab, "Close");
      await expectNoCard(tab);
      await tab.type("s");
      expect(await tab.read(typedIn)).toBe("refunds");
    },
  },
  {
    name: "the page gets one element, and neither its text nor the browser's search reveals who is shown",
    async run(driver) {
      const tab = await driver.open("/tickets/1");
      const look = () => ({
        // The host is the only element that can be added.
        html: [...document.documentElement.children]
          .filter((element) => !element.matches("[popover=manual]"))
          .map((element) => element.outerHTML)
          .join(""),
        hosts: document.querySelectorAll("[popover=manual]").length,
        frames: window.length,
      });
      const before = await tab.read(look);
      await pointAt(tab, TEST_IDS.requesterEmail);
      const { text } = await expectCard(tab, { state: "found", users: [ada.id] });
      expect(text).toContain("E-mail verified");
      expect(await tab.read(look)).toEqual({ ...before, hosts: 1 });
      const find = () => (window as unknown as { find(text: string): boolean }).find("verified");
      expect(await tab.read(find)).toBe(false);
    },
  },
];
