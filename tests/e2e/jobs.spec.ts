import { API_KEYS } from "../../sandbox/credentials.ts";
import { ACME } from "../../sandbox/zones.ts";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { connectByForm } from "../harness/connect.ts";
import { optionsPage } from "../harness/extension-page.ts";
import { attachPopup, openPopupByHand } from "../harness/popup.ts";
import { consoleBeside, type JobsDriver } from "../jobs/hand.ts";
import { JOBS } from "../jobs/index.ts";
import { measure } from "../jobs/measure.ts";
import { chromiumDriver } from "./driver.ts";
import { expect, test } from "./fixtures.ts";

/** @param sandbox URL of the sandbox */
function jobsDriver(browser: ExtensionBrowser, sandbox: string, isSiteOff: boolean): JobsDriver {
  const { context } = browser;
  return {
    ...chromiumDriver(browser, sandbox),
    async openPopup() {
      const page = context.pages().at(-1);
      if (!page) throw new Error("There is no page.");
      // If the extension can read the page anyway, its own call has the same effect as the click.
      if (isSiteOff) await openPopupByHand(browser, page);
      else await (await browser.worker()).evaluate(() => chrome.action.openPopup());
      const popup = await attachPopup(browser);
      return {
        read: (run, ...args) => popup.read(`(${run})(...${JSON.stringify(args)})`),
        click: popup.clickAt,
        type: popup.type,
        press: popup.press,
      };
    },
    async expectOpened(address) {
      // Playwright only knows that an error page is shown.
      const cdp = await context.newCDPSession(await optionsPage(browser));
      const opened = async () =>
        (await cdp.send("Target.getTargets")).targetInfos.map(({ url }) => url);
      await expect.poll(opened, "what the tabs show").toContain(address);
    },
  };
}

/**
 * The user's own link to the console; since it doesn't use https, Chromium checks for a network that requires a login.
 */
const TO_CONSOLE =
  /console\.example\.com|^https:\/\/127\.0\.0\.1|connectivitycheck\.gstatic\.com|:53 was contacted/;

for (const job of JOBS) {
  const name = `job ${job.letter}: ${job.asks}`;
  if (job.needs)
    test(name, async ({ launch, sandbox, foresee }) => {
      if (job.needs === "console") foresee(TO_CONSOLE);
      const browser = await launch({
        pages: [`http://tickets.example:${new URL(sandbox.url).port}`, consoleBeside(sandbox.url)],
        hosts: ["tickets.example", "console.example.com"],
        args: ["--enable-unsafe-extension-debugging"],
      });
      await connectByForm(browser, { apiKey: API_KEYS.full, zone: ACME.id });
      await sandbox.clearLog();
      await measure(job, "Chromium", jobsDriver(browser, sandbox.url, true), sandbox);
    });
  else
    test(name, async ({ connected, sandbox }) => {
      await measure(job, "Chromium", jobsDriver(connected, sandbox.url, false), sandbox);
    });
}
