import type { FollowedSettings } from "../settings/followed-settings.ts";
import { isOff, isOn } from "../sites/match.ts";
import { listSites } from "../sites/sites.ts";
import type { Frames, PagesBrowser, WorkerBrowser } from "./browser.ts";

/**
 * Where the extension may act in pages. The person says where by the browser's permissions; where the organization has
 * switched it off, nothing of it runs or is answered, whatever is permitted. The one place that decides this.
 */

/** What is known of where a script runs; of a sender or a tab. */
export interface ScriptSite {
  origin?: string | undefined;
  url?: string | undefined;
  tab?: { url?: string | undefined } | undefined;
}

/** Whether the organization has switched off the site of a frame, or of the page around it. */
export async function isSwitchedOff(
  settings: FollowedSettings,
  { origin = "null", url, tab }: ScriptSite,
): Promise<boolean> {
  const { sitesOff } = await settings.current();
  // A sandboxed frame has no origin of its own: its address tells, or its page's.
  return [origin, originOf(url), originOf(tab?.url)].some((site) => isOff(site, sitesOff));
}

/** Whether the site of a frame is on. */
export async function isSwitchedOn(
  browser: Pick<WorkerBrowser, "permissions">,
  settings: FollowedSettings,
  place: ScriptSite,
): Promise<boolean> {
  const patterns = (await listSites(browser.permissions)).map(({ pattern }) => pattern);
  return isOn(place.origin ?? "null", patterns) && !(await isSwitchedOff(settings, place));
}

/**
 * The frames of a tab that scripts may be put into.
 *
 * @returns undefined when the page of the tab is switched off. Rejects where the browser lets no script in
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
  if (await isSwitchedOff(settings, { url })) return undefined;
  const frames = await browser.scripting.executeScript({
    target: everywhere,
    func: () => [location.origin, self.origin],
  });
  const frameIds = frames
    .filter(({ result = [] }) => !result.some((origin) => isOff(origin, sitesOff)))
    .map(({ frameId }) => frameId);
  // Where the browser does not tell the tab's address, its top frame has.
  return frameIds.includes(0) ? { tabId, frameIds } : undefined;
}

function originOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : "null";
}
