import type { FollowedSettings } from "../settings/followed-settings.ts";
import { isOff, isOn } from "../sites/match.ts";
import { listSites } from "../sites/sites.ts";
import type { Frames, PagesBrowser, WorkerBrowser } from "./browser.ts";

/**
 * Decides where the extension can act in pages; nothing else does. The user allows sites through the browser's
 * permissions. On sites that the organization has turned off, nothing runs or gets an answer, whatever is permitted.
 */

/** What is known about where a script runs: from a sender or a tab. */
export interface ScriptSite {
  origin?: string | undefined;
  url?: string | undefined;
  tab?: { url?: string | undefined } | undefined;
}

/** Whether the organization has turned off the site of a frame, or of the page around it. */
export async function isTurnedOff(
  settings: FollowedSettings,
  { origin = "null", url, tab }: ScriptSite,
): Promise<boolean> {
  const { sitesOff } = await settings.current();
  // A sandboxed frame has no origin of its own: its URL counts, or that of its page.
  return [origin, originOf(url), originOf(tab?.url)].some((site) => isOff(site, sitesOff));
}

/** Whether the site of a frame is on. */
export async function isTurnedOn(
  browser: Pick<WorkerBrowser, "permissions">,
  settings: FollowedSettings,
  place: ScriptSite,
): Promise<boolean> {
  const patterns = (await listSites(browser.permissions)).map(({ pattern }) => pattern);
  return isOn(place.origin ?? "null", patterns) && !(await isTurnedOff(settings, place));
}

/**
 * The frames of a tab into which scripts can be injected.
 *
 * @returns undefined if the site of the tab's page is turned off. Rejects if the browser doesn't allow scripts
 */
export async function allowedFrames(
  browser: Omit<PagesBrowser, "permissions">,
  settings: FollowedSettings,
  tabId: number,
): Promise<Frames | undefined> {
  const everywhere = { tabId, allFrames: true } as const;
  const { sitesOff } = await settings.current();
  if (sitesOff.length === 0) return everywhere;
  const { url } = await browser.tabs.get(tabId);
  if (await isTurnedOff(settings, { url })) return undefined;
  const frames = await browser.scripting.executeScript({
    target: everywhere,
    func: () => [location.origin, self.origin],
  });
  const frameIds = frames
    .filter(({ result = [] }) => !result.some((origin) => isOff(origin, sitesOff)))
    .map(({ frameId }) => frameId);
  // If the browser hides the tab's URL, the top frame has reported it.
  return frameIds.includes(0) ? { tabId, frameIds } : undefined;
}

function originOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : "null";
}
