import { expect } from "@playwright/test";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import { FACTS, SECRETS } from "../harness/witness/canaries.ts";
import type { Scenario } from "./scenario.ts";
import { click, expectCard, expectText, leave, pointAt } from "./steps.ts";

const { ada } = PEOPLE;

/** What a person hands to support. */
export const DIAGNOSTICS: readonly Scenario[] = [
  {
    name: "what is copied for support says what has happened, and to nobody: no address, ID, zone, site or key",
    async run(driver, sandbox) {
      const tab = await driver.open("/tickets/1");
      await pointAt(tab, TEST_IDS.requesterEmail);
      await expectCard(tab, { state: "found", users: [ada.id] });
      await leave(tab);
      await sandbox.fault({ match: "GET", times: 1, status: 403, body: { message: ada.email } });
      await pointAt(tab, TEST_IDS.affectedEmail, 2);
      await expectCard(tab, { state: "failed", users: [] });

      const options = await driver.openOwn("options.html");
      // What comes in late moves the button on.
      await expectText(options, "Users are looked up in");
      await click(options, "button", "Copy diagnostics");
      await expectText(options, "Copied");
      // What the clipboard holds, in the one field that takes several lines.
      await click(options, "textbox", "Patterns, one per line");
      await options.press("Control+v");
      const { shown, pasted } = await options.read(() => ({
        shown: document.querySelector("pre")?.textContent ?? "",
        pasted: document.querySelector("textarea")?.value ?? "",
      }));
      expect(pasted).toBe(shown);
      expect(pasted).toMatch(/^Version: \d+\.\d+\.\d+$/m);
      expect(pasted).toMatch(/^Browser: .*(?:Chrome|Firefox)/m);
      expect(pasted).toMatch(/^Permissions: .*activeTab.*storage/m);
      expect(pasted).toContain("Connection: ready\nKey: api-key, kept: device");
      expect(pasted).toContain("Zone's list: filtered\nAnswers kept: 1 found");
      expect(pasted).toContain("- forbidden (HTTP 403): 1, last 0 min ago");
      const site = new URL(sandbox.url).hostname;
      for (const canary of [...SECRETS, ...FACTS, ACME.id, ACME.name, site, "@", ada.id])
        expect.soft(pasted).not.toContain(canary);
    },
  },
];
