import { frameMarks } from "../contract/page-mentions.ts";
import type { TabMarks } from "../contract/replies.ts";
import { createJobQueue } from "../job-queue.ts";
import type { FollowedSettings } from "../settings/followed-settings.ts";
import { isOn, originOf } from "../sites/match.ts";
import { siteOfActiveTab } from "../sites/sites.ts";
import { allowedFrames, isTurnedOn } from "./allowed.ts";
import type { MessageSender, PagesBrowser, WorkerBrowser } from "./browser.ts";
import { isPdf } from "./is-pdf.ts";
import { forgetMarks, startInAllTabs, syncSites } from "./sites.ts";
import { tabInFront } from "./tab-in-front.ts";
import { tellEveryFrame } from "./tell-page.ts";
import { withTimeout } from "./with-timeout.ts";

/**
 * The underlines of mentions, the same for all (design, invariant 2), in the color of the text. A user style sheet
 * isn't part of the page, and applies in all its shadow trees.
 */
const LINES = {
  origin: "USER",
  css: `::highlight(keycard-lookup) {
  text-decoration: underline dotted 1px color-mix(in srgb, currentcolor 70%, transparent);
}`,
} as const;

/** Milliseconds that a page can delay turning underlines on or off, or showing whether they are on. */
const SWITCH_WAIT_MS = 1_000;

/**
 * The highlight of a mention that was scrolled to (lib/page/list/reveal.ts). Chromium 156 doesn't paint the background
 * of a highlight from a user style sheet (measured 2026-11).
 */
const LIGHT = {
  origin: "AUTHOR",
  css: "::highlight(keycard-lookup-here) { background-color: #ffd54f; color: #111; }",
} as const;

async function insertStyle(
  { scripting }: Pick<WorkerBrowser, "scripting">,
  tabId: number,
  frameId: number,
  style: typeof LINES | typeof LIGHT,
): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  // Never inserted twice, so that one removal removes it.
  await scripting.removeCSS({ target, ...style }).catch(() => undefined);
  await scripting.insertCSS({ target, ...style });
}

/** Inserts the style that highlights a mention after scrolling to it. */
export function insertLight(
  browser: Pick<WorkerBrowser, "scripting">,
  tabId: number,
  frameId: number,
): Promise<void> {
  return insertStyle(browser, tabId, frameId, LIGHT);
}

/** A document asks whether its mentions should be underlined. If so, its style is inserted. */
export async function beginMarks(
  browser: Pick<WorkerBrowser, "tabs" | "scripting">,
  settings: FollowedSettings,
  { tab, frameId, origin = "null" }: MessageSender,
): Promise<boolean> {
  const { marks = [] } = await settings.current();
  // A sandboxed frame has no origin of its own: its page's counts.
  const site = origin === "null" && tab?.url ? new URL(tab.url).origin : origin;
  if (marks.length === 0 || !isOn(site, marks)) return false;
  await insertStyle(browser, tab?.id ?? browser.tabs.TAB_ID_NONE, frameId ?? 0, LINES);
  return true;
}

/** One after another: each adds to what the previous one has stored. */
const inTurn = createJobQueue();

/** Turns the underlines of a site on or off, in open tabs immediately. */
export function switchMarks(
  browser: PagesBrowser,
  settings: FollowedSettings,
  pattern: string,
  on: boolean,
): Promise<void> {
  return inTurn(async () => {
    const { marks = [] } = await settings.current();
    const others = marks.filter((site) => site !== pattern);
    await settings.change({ marks: on ? [...others, pattern] : others });
    await followMarks(browser, settings, marks);
  });
}

/** The sites with underlines differ from `before`: adds and removes underlines. A site that is off keeps none. */
export async function followMarks(
  browser: PagesBrowser,
  settings: FollowedSettings,
  before: readonly string[],
): Promise<void> {
  await forgetMarks(browser, settings);
  const { marks = [] } = await settings.current();
  await syncSites(browser, settings);
  for (const pattern of before) if (!marks.includes(pattern)) await removeLines(browser, pattern);
  await tellEveryFrame(browser, { type: "marksChanged" });
  // Doesn't wait for pages: one of them may hang.
  if (marks.some((pattern) => !before.includes(pattern)))
    void startInAllTabs(browser, settings).catch(() => undefined);
}

/** Frames of other sites in these tabs get theirs back when they are told to ask. */
async function removeLines(
  browser: Pick<WorkerBrowser, "tabs" | "scripting">,
  pattern: string,
): Promise<void> {
  const tabs = await browser.tabs.query({ url: pattern });
  await Promise.allSettled(
    tabs.map(({ id = browser.tabs.TAB_ID_NONE }) =>
      withTimeout(
        SWITCH_WAIT_MS,
        browser.scripting.removeCSS({ target: { tabId: id, allFrames: true }, ...LINES }),
      ),
    ),
  );
}

async function stateOfFrames(
  browser: Omit<PagesBrowser, "permissions">,
  settings: FollowedSettings,
  tabId: number,
) {
  const target = await allowedFrames(browser, settings, tabId);
  if (!target) return [];
  return browser.scripting.executeScript({
    target,
    func: () =>
      document.contentType === "application/pdf" ? "pdf" : globalThis.keycardLookupMarks?.state(),
  });
}

/** The underlines in the active tab. */
export async function tabMarks(
  browser: PagesBrowser,
  settings: FollowedSettings,
): Promise<TabMarks> {
  const [tabId, pattern] = await Promise.all([tabInFront(browser), siteOfActiveTab(browser.tabs)]);
  if (tabId === undefined || pattern === undefined) return { state: "unavailable" };
  if (!(await isTurnedOn(browser, settings, { origin: originOf(pattern) })))
    return { state: "unavailable" };
  const { marks = [] } = await settings.current();
  if (!isOn(originOf(pattern), marks)) return { state: "off", pattern };
  const asked = withTimeout(SWITCH_WAIT_MS, stateOfFrames(browser, settings, tabId));
  const results = await asked.catch(() => []);
  if (isPdf(results)) return { state: "unavailable" };
  const frames = results.flatMap(({ result }) => frameMarks.safeParse(result).data ?? []);
  if (frames.length === 0) return { state: "on", pattern };
  const count = frames.reduce((sum, { count }) => sum + count, 0);
  const states = ["resting", "capped"] as const;
  const lines = states.find((state) => frames.some(({ lines }) => lines === state)) ?? "all";
  return { state: "on", pattern, found: { count, lines } };
}
