import { expect } from "@playwright/test";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { ACME } from "../../sandbox/zones.ts";
import type { Sandbox } from "../harness/sandbox-control.ts";
import { FACTS, SECRETS } from "../harness/witness/canaries.ts";
import type { Tab } from "./driver.ts";
import type { Scenario } from "./scenario.ts";
import { click, expectCard, expectText, leave, pointAt } from "./steps.ts";

const { ada } = PEOPLE;

/** Creates something to report: someone is found, and the next lookup is refused with an address in the reason. */
async function findOneAndFailOnAnother(tab: Tab, sandbox: Sandbox): Promise<void> {
  await pointAt(tab, TEST_IDS.requesterEmail);
  await expectCard(tab, { state: "found", users: [ada.id] });
  await leave(tab);
  await sandbox.fault({ match: "GET", times: 1, status: 403, body: { message: ada.email } });
  await pointAt(tab, TEST_IDS.affectedEmail, 2);
  await expectCard(tab, { state: "failed", users: [] });
}

/** What users send to support. */
export const DIAGNOSTICS: readonly Scenario[] = [
  {
    name: "the report for support says what has happened, and to no one: no address, ID, zone, site or key",
    async run(driver, sandbox) {
      const tab = await driver.open("/tickets/1");
      await findOneAndFailOnAnother(tab, sandbox);

      const options = await driver.openOwn("options.html");
      // Content that arrives late moves the button.
      await expectText(options, "Users are looked up in");
      await click(options, "button", "Copy diagnostics");
      await expectText(options, "Copied");
      // The clipboard's content, in the one multi-line field.
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
  {
    name: "the debug log says what has happened since it was turned on, and to no one",
    async run(driver, sandbox) {
      const options = await driver.openOwn("options.html");
      await expectText(options, "Users are looked up in");
      await click(options, "button", "Turn on log");
      await expectText(options, "The log is on.");

      const tab = await driver.open("/tickets/1");
      // The log outlives the background.
      await driver.stopBackground();
      await findOneAndFailOnAnother(tab, sandbox);

      await options.toFront();
      await click(options, "button", "Copy log");
      await expectText(options, "Copied");
      const copied = await options.read(() => document.querySelector("pre")?.textContent ?? "");
      expect(copied).toContain("worker-started");
      expect(copied).toContain("message  name=fillCard  from=top-frame  outcome=taken");
      expect(copied).toMatch(/request {2}what=users {2}status=200 {2}ms=\d+/);
      expect(copied).toMatch(/look-up {2}answer=found {2}kept=false {2}ms=\d+/);
      expect(copied).toMatch(/request {2}what=users {2}status=403 {2}ms=\d+/);
      expect(copied).toContain("call-failed  why=forbidden");
      expect(copied).toMatch(/look-up {2}answer=failed/);
      const site = new URL(sandbox.url).hostname;
      const people = Object.values(PEOPLE).map(({ id }) => id);
      for (const canary of [...SECRETS, ...FACTS, ACME.id, ACME.name, site, "@", ...people])
        expect.soft(copied).not.toContain(canary);

      await click(options, "button", "Turn off log");
      await expectText(options, "The log is off.");
    },
  },
];
