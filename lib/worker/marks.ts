import { type Browser, browser } from "wxt/browser";
import type { TabMarks } from "../messages/background-api.ts";
import { frameMarks } from "../messages/page-mentions.ts";
import { changeSettings, readSettings } from "../settings/settings.ts";
import { isOn, originOf } from "../sites/match.ts";
import { siteOfActiveTab } from "../sites/sites.ts";
import { startInAllTabs, syncSites } from "./sites.ts";
import { tabInFront } from "./tab-in-front.ts";
import { tellAllPages } from "./tell-page.ts";

const { local } = browser.storage;

/**
 * The lines below mentions, the same for all (design, invariant 2), in the colour of the text; and the light on one that
 * was scrolled to (lib/page/list/reveal.ts).
 */
const STYLE = {
  origin: "USER",
  css: `
::highlight(keycard-lookup) {
  text-decoration: underline dotted 1px color-mix(in srgb, currentcolor 70%, transparent);
}
::highlight(keycard-lookup-here) {
  background-color: #ffd54f;
  color: #111;
}`,
} as const;

/**
 * Has the lines drawn in a frame. A style sheet of the user's own is none of the page's, and holds in its shadow trees
 * too.
 */
export async function insertStyle(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  // Never twice: one removal must take it away.
  await browser.scripting.removeCSS({ target, ...STYLE }).catch(() => undefined);
  await browser.scripting.insertCSS({ target, ...STYLE });
}

/** A document asks whether its mentions are to be underlined; if so its style is put in. */
export async function beginMarks({
  tab,
  frameId,
  origin = "null",
}: Browser.runtime.MessageSender): Promise<boolean> {
  const { marks = [] } = await readSettings(local);
  if (marks.length === 0 || !isOn(origin, marks)) return false;
  await insertStyle(tab?.id ?? browser.tabs.TAB_ID_NONE, frameId ?? 0);
  return true;
}

/** Switches the lines of a site on or off, in open tabs at once. */
export async function switchMarks(pattern: string, on: boolean): Promise<void> {
  const { marks = [] } = await readSettings(local);
  const others = marks.filter((site) => site !== pattern);
  await changeSettings(local, { marks: on ? [...others, pattern] : others });
  await syncSites();
  await tellAllPages({ type: "marks" });
  if (on) await startInAllTabs();
}

/** The lines of the tab in front. */
export async function tabMarks(): Promise<TabMarks> {
  const [tabId, pattern] = await Promise.all([tabInFront(), siteOfActiveTab()]);
  if (tabId === undefined || pattern === undefined) return { state: "unavailable" };
  const { marks = [] } = await readSettings(local);
  if (!isOn(originOf(pattern), marks)) return { state: "off", pattern };
  const results = await browser.scripting
    .executeScript({
      target: { tabId, allFrames: true },
      func: () => globalThis.keycardLookupMarks?.state(),
    })
    .catch(() => []);
  const frames = results.flatMap(({ result }) => frameMarks.safeParse(result).data ?? []);
  return {
    state: "on",
    pattern,
    count: frames.reduce((sum, { count }) => sum + count, 0),
    capped: frames.some(({ capped }) => capped),
  };
}
