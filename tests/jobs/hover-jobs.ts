import { expect } from "@playwright/test";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { MISWRITTEN, PEOPLE, peopleOf } from "../../sandbox/people.ts";
import { ACME, SMALL_LEGACY } from "../../sandbox/zones.ts";
import type { Tab } from "../scenarios/driver.ts";
import { clickInCard, expectCard, leave, placeOf, pointAt, write } from "../scenarios/steps.ts";
import { consoleBeside } from "./hand.ts";
import type { Job } from "./job.ts";

const { ada, grace } = PEOPLE;

/** Hovers an address or ID that a customer has written, and waits for the card's state. */
async function hoverWritten(tab: Tab, text: string, state: string): Promise<void> {
  await write(tab, text);
  await pointAt(tab, TEST_IDS.threadEmail);
  await expectCard(tab, { state });
}

const cardText = (tab: Tab) =>
  expect.poll(
    async () => (await tab.card())?.read(() => document.querySelector("main")?.innerText),
    "what the card says",
  );

/** Answered next to the address. */
export const HOVER_JOBS: readonly Job[] = [
  {
    letter: "a",
    asks: "Is this person active and verified?",
    how: "hover the address",
    target: 0,
    async run(browser, hand) {
      const tab = hand.on(await browser.open("/tickets/1"));
      await pointAt(tab, TEST_IDS.requesterEmail);
      const { text } = await expectCard(tab, { state: "found", users: [ada.id] });
      expect(text).toMatch(/^\s*Active\s*$/m);
      expect(text).toMatch(/^\s*E-mail verified\s*$/m);
    },
  },
  {
    letter: "c",
    asks: "Who wrote from another address, or mistyped theirs?",
    how: "hover the address, *Find similar addresses*",
    target: 1,
    async run(browser, hand) {
      const tab = hand.on(await browser.open("/tickets/1"));
      await hoverWritten(tab, MISWRITTEN.moreLetters.written, "absent");
      await clickInCard(tab, "Find similar addresses");
      const said = cardText(tab);
      await said.toMatch(/^ada@example\.com\s+one letter differs/m);
    },
  },
  {
    letter: "d",
    asks: "Can this person sign in, and if not, why?",
    how: "hover the ID",
    target: 0,
    async run(browser, hand) {
      const tab = hand.on(await browser.open("/tickets/1"));
      await pointAt(tab, TEST_IDS.affectedId, 1);
      const { text } = await expectCard(tab, { state: "found", users: [grace.id] });
      expect(text).toContain("Disabled: can’t sign in.");
    },
  },
  {
    letter: "e",
    asks: "When did they last sign in, and through what?",
    how: "hover the address",
    target: 0,
    async run(browser, hand) {
      const tab = hand.on(await browser.open("/tickets/1"));
      await pointAt(tab, TEST_IDS.requesterEmail);
      await expectCard(tab, { state: "found", users: [ada.id] });
      // The name arrives with a separate request.
      await cardText(tab).toMatch(/Last sign-in[\s\S]*ago[\s\S]*Acme Identity/);
    },
  },
  {
    letter: "f",
    asks: "Paste the answer into the reply",
    how: "hover the address, *Summary*, Ctrl+V",
    target: 1,
    async run(browser, hand) {
      const written = await browser.open("/tickets/1");
      await written.click(await placeOf(written, TEST_IDS.reply));
      await leave(written);
      const tab = hand.on(written);
      await pointAt(tab, TEST_IDS.requesterEmail);
      await expectCard(tab, { state: "found", users: [ada.id] });
      await clickInCard(tab, "Copy summary");
      await leave(tab);
      await tab.press("Control+v");
      const reply = () =>
        document.querySelector<HTMLTextAreaElement>('[data-testid="reply"]')?.value;
      await expect.poll(() => tab.read(reply), "what the reply says").toContain(ada.id);
      for (const part of [ada.email, "active", "verified", "admin", ACME.name, "UTC"])
        expect(await tab.read(reply)).toContain(part);
    },
  },
  {
    letter: "g",
    asks: "Not in this zone: are they in another one?",
    how: "hover the ID, *Search other zones*",
    target: 1,
    async run(browser, hand) {
      const tab = hand.on(await browser.open("/tickets/1"));
      const { grace: elsewhere } = peopleOf(SMALL_LEGACY.id);
      await hoverWritten(tab, elsewhere.id, "absent");
      await clickInCard(tab, "Search other zones");
      await cardText(tab).toContain(`Found in ${SMALL_LEGACY.name}`);
      await cardText(tab).toContain(elsewhere.email);
    },
  },
  {
    letter: "i",
    asks: "Open this person in the admin console",
    how: "hover the address, *Console*; the link is set once in the options",
    target: 1,
    needs: "console",
    async run(browser, hand, sandbox) {
      const console = consoleBeside(sandbox.url);
      const options = await browser.openOwn("options.html");
      await options.read(
        (consoleUrl) => chrome.runtime.sendMessage({ type: "changeSettings", consoleUrl }),
        `${console}/{zone_slug}/users/{user_id}`,
      );
      const tab = hand.on(await browser.open("/tickets/1"));
      await pointAt(tab, TEST_IDS.requesterEmail);
      await expectCard(tab, { state: "found", users: [ada.id] });
      await clickInCard(tab, "Open in console", "link");
      await browser.expectOpened(`${console}/${ACME.slug}/users/${ada.id}`);
    },
  },
  {
    letter: "l",
    asks: "Which of two people with one address?",
    how: "hover the address",
    target: 0,
    async run(browser, hand) {
      const tab = hand.on(await browser.open("/tickets/1"));
      await write(tab, PEOPLE.twinOne.email);
      await pointAt(tab, TEST_IDS.threadEmail);
      await expectCard(tab, { state: "found" });
      const lines = async () =>
        (await tab.card())?.read(() =>
          [...document.querySelectorAll<HTMLElement>(".sharer")].map(({ innerText }) => innerText),
        );
      await expect.poll(async () => (await lines())?.length, "a line each").toBe(2);
      const [one = "", other = ""] = (await lines()) ?? [];
      expect(one).toContain(PEOPLE.twinOne.id.slice(-5));
      expect(other).toContain(PEOPLE.twinTwo.id.slice(-5));
      expect(one.split("·")[0]).not.toBe(other.split("·")[0]);
    },
  },
];
