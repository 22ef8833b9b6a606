import type { Page } from "@playwright/test";
import { barePage, sendFromExtensionPage } from "./extension-page.ts";
import { stopWorker } from "./kill-worker.ts";
import { copyKeys, copyOf, KEYS, putBack, readState, type State } from "./stored-state.ts";
import { isWitness, type WitnessedBrowser } from "./witness/launch.ts";

/** Not connected, as after its installation, except that options isn't open; or connected. */
export type SharedState = "installed" | "connected";

/** A browser that tests share one after another, because starting one takes longer than most of them do. */
export interface SharedBrowser {
  browser: WitnessedBrowser;
  /**
   * Restores one of its states: one page of the extension, a bare one, with the witness's in the background; what is
   * stored; a worker with an empty memory.
   *
   * @returns false if something differs that can't be restored: then no test can use it any more
   */
  restore(state: SharedState): Promise<boolean>;
}

/**
 * @param browser as after its start
 * @param connect connects it
 */
export async function share(
  browser: WitnessedBrowser,
  connect: () => Promise<void>,
): Promise<SharedBrowser> {
  // The witness's page opens before the first test, not after it.
  await browser.judge();
  const keep = async (state: SharedState) => {
    const page = await onlyBare(browser);
    await page.evaluate(copyKeys, [KEYS, copyOf(state)] as const);
    return page.evaluate(readState);
  };
  const installed = await keep("installed");
  const run = () => sendFromExtensionPage(browser, { type: "connection" });
  /** Waits until the worker runs, because one that is stopped while it starts is recorded as an error of its script. */
  const stop = async () => {
    await run();
    await stopWorker(browser);
  };
  await connect();
  const states: Record<SharedState, State> = { installed, connected: await keep("connected") };
  return {
    browser,
    async restore(state) {
      const page = await onlyBare(browser);
      await stop();
      await page.evaluate(copyKeys, [copyOf(state), KEYS] as const);
      await page.evaluate(putBack, states[state].stored);
      // What was put back can have started it.
      await stop();
      await run();
      const now = await page.evaluate(readState);
      return JSON.stringify(now) === JSON.stringify(states[state]);
    },
  };
}

/**
 * Closes all other pages except the witness's. Options would have to be loaded again for each test, which costs more
 * than the rest of this, and most need only a page that can send messages.
 */
async function onlyBare(browser: WitnessedBrowser): Promise<Page> {
  const { context } = browser;
  const bare = await barePage(browser);
  for (const page of context.pages()) if (page !== bare && !isWitness(page)) await page.close();
  await closePanels(browser, bare);
  await Promise.all([context.clearCookies(), context.clearPermissions(), context.unrouteAll()]);
  return bare;
}

/** Closes the browser's side panel, which isn't a page to Playwright: it would keep requesting whoever is looked up. */
async function closePanels({ context, address }: WitnessedBrowser, page: Page): Promise<void> {
  const cdp = await context.newCDPSession(page);
  const { targetInfos } = await cdp.send("Target.getTargets");
  for (const { targetId, url } of targetInfos)
    if (url.startsWith(address("sidepanel.html")))
      await cdp.send("Target.closeTarget", { targetId });
  await cdp.detach();
}
