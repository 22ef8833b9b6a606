import type { FollowedSettings } from "../settings/followed-settings.ts";
import type { WorkerBrowser } from "./browser.ts";
import { pageSettings } from "./page-settings.ts";
import { tellEveryFrame } from "./tell-page.ts";

/** Sends the current settings to every content script, and has underlines drawn accordingly. */
export async function tellAllPagesSettings(
  browser: Pick<WorkerBrowser, "tabs">,
  followed: FollowedSettings,
): Promise<void> {
  const settings = pageSettings(await followed.current());
  await tellEveryFrame(browser, { type: "settingsChanged", settings });
  await tellEveryFrame(browser, { type: "marksChanged" });
}
