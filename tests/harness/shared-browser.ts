import type { Page } from "@playwright/test";
import { optionsPage, sendFromOptions } from "./extension-page.ts";
import { stopWorker } from "./kill-worker.ts";
import { putBack, readState } from "./stored-state.ts";
import { isWitness, type WitnessedBrowser } from "./witness/launch.ts";

/** A browser that tests use one after another, because starting one takes longer than most of them do. */
export interface SharedBrowser {
  browser: WitnessedBrowser;
  /**
   * Makes everything as it was in the beginning: one page, of options, and the witness's behind it; what is stored; a
   * worker that remembers nothing.
   *
   * @returns false when something is otherwise that cannot be put back: then no test may use it any more
   */
  restore(): Promise<boolean>;
}

/** @param browser as each test is to find it */
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
      // To tell options of the zones it has remembered them, which that of a fresh browser has not.
      await stopWorker(browser);
      await sendFromOptions(browser, { type: "connection" });
      const now = await options.evaluate(readState);
      return read && JSON.stringify(now) === JSON.stringify(atFirst);
    },
  };
}

/** Closes all other pages but the witness's. */
async function onlyOptions(browser: WitnessedBrowser): Promise<Page> {
  const { context } = browser;
  const options = await optionsPage(browser);
  for (const page of context.pages()) if (page !== options && !isWitness(page)) await page.close();
  await closePanels(browser, options);
  await Promise.all([context.clearCookies(), context.clearPermissions(), context.unrouteAll()]);
  return options;
}

/** Closes the browser's side panel, which is no page to Playwright: it would go on asking about whoever is looked up. */
async function closePanels({ context, address }: WitnessedBrowser, options: Page): Promise<void> {
  const cdp = await context.newCDPSession(options);
  const { targetInfos } = await cdp.send("Target.getTargets");
  for (const { targetId, url } of targetInfos)
    if (url.startsWith(address("sidepanel.html")))
      await cdp.send("Target.closeTarget", { targetId });
  await cdp.detach();
}

/** How long options may take to show the zones, ms; those that do not are of a browser that is thrown away. */
const READ_MS = 20_000;

/** @returns whether options came to show the zones, and so will ask for nothing more */
function hasRead(options: Page): Promise<boolean> {
  const zones = options.getByRole("combobox", { name: "Zone" });
  return zones.waitFor({ timeout: READ_MS }).then(
    () => true,
    () => false,
  );
}
