import type { Page } from "@playwright/test";
import { optionsPage, sendFromOptions } from "./extension-page.ts";
import { stopWorker } from "./kill-worker.ts";
import { putBack, readState } from "./stored-state.ts";
import { isWitness, type WitnessedBrowser } from "./witness/launch.ts";

/** A browser that tests share one after another, because starting one takes longer than most of them do. */
export interface SharedBrowser {
  browser: WitnessedBrowser;
  /**
   * Restores the initial state: one page, of options, with the witness's in the background; what is stored; a worker
   * with an empty memory.
   *
   * @returns false if something differs that can't be restored: then no test can use it any more
   */
  restore(): Promise<boolean>;
}

/** @param browser in the state in which each test gets it */
export async function share(browser: WitnessedBrowser): Promise<SharedBrowser> {
  // The witness's page opens before the first test, not after it.
  await browser.judge();
  const atFirst = await (await optionsPage(browser)).evaluate(readState);
  return {
    browser,
    async restore() {
      await stopWorker(browser);
      const options = await onlyOptions(browser);
      await options.evaluate(putBack, atFirst.stored);
      await options.reload();
      const read = await hasRead(options);
      // Listing the zones for options has cached them, which a fresh browser hasn't.
      await stopWorker(browser);
      await sendFromOptions(browser, { type: "connection" });
      const now = await options.evaluate(readState);
      return read && JSON.stringify(now) === JSON.stringify(atFirst);
    },
  };
}

/** Closes all other pages except the witness's. */
async function onlyOptions(browser: WitnessedBrowser): Promise<Page> {
  const { context } = browser;
  const options = await optionsPage(browser);
  for (const page of context.pages()) if (page !== options && !isWitness(page)) await page.close();
  await closePanels(browser, options);
  await Promise.all([context.clearCookies(), context.clearPermissions(), context.unrouteAll()]);
  return options;
}

/** Closes the browser's side panel, which isn't a page to Playwright: it would keep requesting whoever is looked up. */
async function closePanels({ context, address }: WitnessedBrowser, options: Page): Promise<void> {
  const cdp = await context.newCDPSession(options);
  const { targetInfos } = await cdp.send("Target.getTargets");
  for (const { targetId, url } of targetInfos)
    if (url.startsWith(address("sidepanel.html")))
      await cdp.send("Target.closeTarget", { targetId });
  await cdp.detach();
}

/** How long options can take to show the zones, ms; if it takes longer, the browser is discarded. */
const READ_MS = 20_000;

/** @returns whether options shows the zones, and so will send no more requests */
function hasRead(options: Page): Promise<boolean> {
  const zones = options.getByRole("combobox", { name: "Zone" });
  return zones.waitFor({ timeout: READ_MS }).then(
    () => true,
    () => false,
  );
}
