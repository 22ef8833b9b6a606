import { expect } from "@playwright/test";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import type { Tab } from "./driver.ts";
import type { Scenario } from "./scenario.ts";

/** The number of underlined mentions, as the page itself can read it; undefined if it has no highlight. */
const marked = (tab: Tab) => tab.read(() => CSS.highlights.get("keycard-lookup")?.size ?? null);

/** As the popup's switch does. */
function switchMarks(own: Tab, on: boolean): Promise<void> {
  return own.read(async (to) => {
    await chrome.runtime.sendMessage({
      type: "switchMarks",
      pattern: "http://127.0.0.1/*",
      on: to,
    });
  }, on);
}

export const MARKS: readonly Scenario[] = [
  {
    name: "marks underline the mentions of an open page, change nothing in it, send no requests, and can be removed",
    async run(driver, sandbox) {
      const own = await driver.openOwn("options.html");
      const tab = await driver.open("/tickets/1");
      const html = () => tab.read(() => document.documentElement.outerHTML);
      const before = await html();
      // The options request facts about the zone when they open, and are done once they show them.
      await expect
        .poll(() => own.read(() => document.body.innerText), "what the zone reports")
        .toMatch(/People sign in through|Signing in with/);
      await sandbox.clearLog();
      expect(await marked(tab)).toBe(null);
      await switchMarks(own, true);
      await expect.poll(() => marked(tab), "there are lines").toBeGreaterThan(8);
      const underlined = await tab.read((id) => {
        const word = document.querySelector(`[data-testid="${id}"]`)?.firstChild;
        const ranges = CSS.highlights.get("keycard-lookup") as unknown as Iterable<StaticRange>;
        return [...ranges].some(({ startContainer }) => startContainer === word);
      }, TEST_IDS.requesterEmail);
      expect(underlined).toBe(true);
      await switchMarks(own, false);
      await expect.poll(() => marked(tab), "the lines are gone").toBe(null);
      expect(await html()).toBe(before);
      expect(await sandbox.log()).toEqual([]);
    },
  },
  {
    name: "marks continue when the page adds nodes without text, as frameworks do all the time",
    async run(driver) {
      const own = await driver.openOwn("options.html");
      const tab = await driver.open("/tickets/1");
      await switchMarks(own, true);
      await expect.poll(() => marked(tab), "there are lines").toBeGreaterThan(8);
      // Adds one after another, with time in between in which each is read.
      await tab.read(async () => {
        const read = () => new Promise((resolve) => setTimeout(resolve, 50));
        const comment = document.createComment("v-if");
        document.body.append(comment);
        await read();
        comment.data = "v-else";
        await read();
        document.body.append(document.createProcessingInstruction("php", "echo"));
        await read();
        document.body.innerHTML =
          "<!--[--><form><input name=nodeType>ada@example.com</form><!--]-->";
        await read();
        document.body.append("grace@example.com");
      });
      await expect.poll(() => marked(tab), "lines below what came last").toBe(2);
      await switchMarks(own, false);
      await expect.poll(() => marked(tab), "the lines are gone").toBe(null);
    },
  },
];
