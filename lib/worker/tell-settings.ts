import { browser } from "wxt/browser";
import { readSettings } from "../settings/settings.ts";
import { pageSettings } from "./page-settings.ts";
import { tellAllPages } from "./tell-page.ts";

/** Tells every content script the settings that hold now, and has lines drawn by them. */
export async function tellAllPagesSettings(): Promise<void> {
  const settings = pageSettings(await readSettings(browser.storage.local));
  await tellAllPages({ type: "settings", settings });
  await tellAllPages({ type: "marks" });
}
