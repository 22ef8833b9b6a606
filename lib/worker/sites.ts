import { browser } from "wxt/browser";
import { type Scripting, syncRegistration } from "../sites/registration.ts";
import { CONTENT_SCRIPT } from "../sites/scripts.ts";
import { listSites } from "../sites/sites.ts";
import { tellPage } from "./tell-page.ts";

/**
 * Registers the content script anew whenever the sites that are on change, in the browser's own settings too.
 * Open pages get or lose it at once.
 */
export function followSites(): void {
  browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
    await syncSites();
    if (origins.length > 0) await startInOpenTabs(origins);
  });
  browser.permissions.onRemoved.addListener(async () => {
    await syncSites();
    await endElsewhere();
  });
}

/** Also at start: permissions may have changed while the browser was closed, and updates drop registrations. */
export async function syncSites(): Promise<void> {
  await syncRegistration(browser.scripting as Scripting, await listSites());
}

async function startInOpenTabs(origins: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: origins });
  await Promise.allSettled(
    tabs.map(({ id }) =>
      browser.scripting.executeScript({
        target: { tabId: id ?? browser.tabs.TAB_ID_NONE, allFrames: true },
        files: [`/${CONTENT_SCRIPT}`],
      }),
    ),
  );
}

/** Has every content script ask whether its site is still on; one whose is not ends. */
async function endElsewhere(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.map(({ id }) => tellPage(id ?? -1, { type: "sites" })));
}
