import { expect } from "@playwright/test";
import { PEOPLE } from "../../sandbox/people.ts";
import { withRole } from "../harness/with-role.ts";
import { click, expectText } from "../scenarios/steps.ts";
import { hearRequests, readFound, readList, requestHeard, takeUsualSize } from "./in-popup.ts";
import type { Job } from "./job.ts";

/** A site that the extension can't read yet. */
const SITE = "http://tickets.example";

/** Answered in the toolbar popup. */
export const POPUP_JOBS: readonly Job[] = [
  {
    letter: "b",
    asks: "Which of these 12 are disabled?",
    how: "icon, *Look up all*",
    target: 2,
    async run(browser, hand) {
      const tab = await browser.open("/tickets/1");
      const popup = await hand.openPopup(tab);
      await click(popup, "button", "Look up all");
      const list = () => popup.read(readList);
      await expect.poll(async () => (await list()).texts[0]).toContain("Disabled: can’t sign in.");
      await expectText(popup, /8 people/);
      await popup.read(takeUsualSize);
      const { texts, seen } = await list();
      expect(texts[0]).toContain(PEOPLE.grace.email);
      expect(texts.filter((text) => text.includes("Disabled"))).toHaveLength(1);
      expect([texts.length, seen]).toEqual([8, 8]);
    },
  },
  {
    letter: "h",
    asks: "Who is it? There is only a name",
    how: "icon, the name",
    target: 1,
    async run(browser, hand) {
      const tab = await browser.open("/tickets/1");
      const popup = await hand.openPopup(tab);
      await popup.type("farah ndiaye");
      await expectText(popup, "Keycard stores no names.");
      await expect.poll(() => popup.read(readFound), "who it finds").not.toEqual([]);
      const [first] = await popup.read(readFound);
      expect(first).toMatch(/farah.*ndiaye|ndiaye.*farah/);
    },
  },
  {
    letter: "j",
    asks: "Turn hover cards on for our helpdesk",
    how: "icon, *Turn on*; then the browser’s own prompt",
    target: 2,
    needs: "site-off",
    async run(browser, hand, sandbox) {
      const { port } = new URL(sandbox.url);
      const tab = await browser.open("/tickets/1", `${SITE}:${port}`);
      const popup = await hand.openPopup(tab);
      await expectText(popup, "Hover cards are off on tickets.example.");
      await popup.read(hearRequests);
      await click(popup, "button", "Turn on");
      // The prompt can close the popup.
      const options = await browser.openOwn("options.html");
      await expect.poll(() => options.read(requestHeard), "what is asked for").toBe(`${SITE}/*`);
    },
  },
  {
    letter: "k",
    asks: "Who has this role?",
    how: "icon, the role’s name, *People with the role …*",
    target: 2,
    async run(browser, hand, sandbox) {
      const admins = await withRole(sandbox.url, "admin");
      expect(admins).toContain(PEOPLE.ada.id);
      const tab = await browser.open("/tickets/1");
      const popup = await hand.openPopup(tab);
      await popup.type("admin");
      await click(popup, "button", "People with the role admin…");
      await expect.poll(() => popup.read(readFound), "who it finds").not.toEqual([]);
      await expectText(popup, "Role, given directly: admin");
      await expectText(popup, new RegExp(`^${admins.length} users`, "m"));
      expect(await popup.read(readFound)).toContain(PEOPLE.ada.email);
    },
  },
];
