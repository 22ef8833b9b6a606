import { createJobQueue } from "../job-queue.ts";
import type { FollowedSettings } from "../settings/followed-settings.ts";
import { coveredBy } from "../sites/match.ts";
import { syncRegistration } from "../sites/registration.ts";
import { CONTENT_SCRIPT, MARKS_SCRIPTS, toFiles } from "../sites/scripts.ts";
import { listSites } from "../sites/sites.ts";
import { allowedFrames } from "./allowed.ts";
import type { Frames, PagesBrowser, WorkerBrowser } from "./browser.ts";
import { removeOrphanedCards } from "./orphaned-cards.ts";
import { tellEveryFrame } from "./tell-page.ts";

/**
 * Registers the content script again whenever the enabled sites change, also in the browser's own settings. Open pages
 * get or lose it immediately.
 */
export function followSites(browser: PagesBrowser, settings: FollowedSettings): void {
  browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
    await syncSites(browser, settings);
    if (origins.length > 0) await startInOpenTabs(browser, settings, origins);
  });
  browser.permissions.onRemoved.addListener(async () => {
    await forgetMarks(browser, settings);
    await syncSites(browser, settings);
    // Each script asks whether its site is still on.
    await tellEveryFrame(browser, { type: "sitesChanged" });
  });
}

/** Removes the marks setting of a site that is turned off, whichever pattern had enabled the site. */
export async function forgetMarks(
  browser: Pick<WorkerBrowser, "permissions">,
  settings: FollowedSettings,
): Promise<void> {
  const { marks = [] } = await settings.current();
  const on = (await listSites(browser.permissions)).map(({ pattern }) => pattern);
  const left = coveredBy(on, marks);
  if (left.length < marks.length) await settings.change({ marks: left });
}

/** One after another, because two at once would register the same script. */
const inTurn = createJobQueue();

/** Registers the scripts for the sites that are enabled now. */
export function syncSites(
  browser: Omit<PagesBrowser, "tabs">,
  settings: FollowedSettings,
): Promise<void> {
  return inTurn(() => register(browser, settings));
}

async function register(
  browser: Omit<PagesBrowser, "tabs">,
  settings: FollowedSettings,
): Promise<void> {
  const { marks = [], sitesOff } = await settings.current();
  const sites = await listSites(browser.permissions);
  await syncRegistration(browser.scripting, sites, marks, sitesOff);
}

/**
 * Runs once per session of the extension, which starts at install, update, reload and browser start: permissions may
 * have changed meanwhile, updates drop registrations, and open pages have no script yet, or a dead one from the
 * previous session.
 */
export async function startInTabsOnce(
  browser: PagesBrowser & Pick<WorkerBrowser, "runtime" | "storage">,
  settings: FollowedSettings,
): Promise<void> {
  const { session } = browser.storage;
  if ((await session.get(STARTED))[STARTED]) return;
  await forgetMarks(browser, settings);
  await syncSites(browser, settings);
  await startInAllTabs(browser, settings, (frames) => removeOrphanedCards(browser, frames));
  // Not earlier: the worker may be stopped on the way, and the next one has to do the rest.
  await session.set({ [STARTED]: true });
}

const STARTED = "started";

/** What to do in the frames of a tab before the scripts are injected. */
type Before = (frames: Frames) => Promise<void>;

/** Injects the scripts into open pages. Those that already have them keep them. */
export async function startInAllTabs(
  browser: PagesBrowser,
  settings: FollowedSettings,
  before?: Before,
): Promise<void> {
  await startInOpenTabs(
    browser,
    settings,
    (await listSites(browser.permissions)).map(({ pattern }) => pattern),
    before,
  );
}

async function startInOpenTabs(
  browser: Omit<PagesBrowser, "permissions">,
  settings: FollowedSettings,
  origins: string[],
  before?: Before,
): Promise<void> {
  if (origins.length === 0) return;
  const { marks = [] } = await settings.current();
  // Each frame asks whether marks are wanted on its own site.
  const files = toFiles(CONTENT_SCRIPT, ...(marks.length > 0 ? MARKS_SCRIPTS : []));
  const tabs = await browser.tabs.query({ url: origins });
  await Promise.allSettled(
    tabs.map(async ({ id = browser.tabs.TAB_ID_NONE }) => {
      const target = await allowedFrames(browser, settings, id);
      if (!target) return;
      await before?.(target);
      await browser.scripting.executeScript({ target, files });
    }),
  );
}
