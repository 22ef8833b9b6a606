import { frameMentions } from "../contract/page-mentions.ts";
import type { TabMention, TabMentions } from "../contract/replies.ts";
import { LISTED_MAX } from "../limits.ts";
import type { Query } from "../query.ts";
import { queryKey } from "../query-key.ts";
import type { FollowedSettings } from "../settings/followed-settings.ts";
import { CONTENT_SCRIPT, LIST_SCRIPTS, toFiles } from "../sites/scripts.ts";
import { allowedFrames } from "./allowed.ts";
import type { PagesBrowser, WorkerBrowser } from "./browser.ts";
import { isPdf } from "./is-pdf.ts";
import { insertLight } from "./marks.ts";
import { tabInFront } from "./tab-in-front.ts";
import { PageTimeoutError } from "./with-timeout.ts";

/**
 * Who is mentioned in the active tab, in all frames that can be read: those on enabled sites and, after a click on the
 * toolbar button, those of the page's own site.
 */
export async function tabMentions(
  browser: Omit<PagesBrowser, "permissions">,
  settings: FollowedSettings,
): Promise<TabMentions> {
  // The browser also refuses while one page replaces another: a single refusal doesn't show that it can't be read.
  for (let tries = 0; tries < 2; tries++)
    try {
      return await listTab(browser, settings);
    } catch (error) {
      if (error instanceof PageTimeoutError) return { ok: false, why: "unanswered" };
    }
  return { ok: false, why: "unreadable" };
}

/** Rejects if the browser doesn't allow scripts, or with a PageTimeoutError. */
async function listTab(
  browser: Omit<PagesBrowser, "permissions">,
  settings: FollowedSettings,
): Promise<TabMentions> {
  const tabId = await tabInFront(browser);
  if (tabId === undefined) return { ok: false, why: "unreadable" };
  const target = await allowedFrames(browser, settings, tabId);
  if (!target) return { ok: false, why: "switched-off" };
  const files = toFiles(CONTENT_SCRIPT, ...LIST_SCRIPTS);
  await browser.scripting.executeScript({ target, files });
  const results = await browser.scripting.executeScript({
    target,
    func: () =>
      document.contentType === "application/pdf" ? "pdf" : globalThis.keycardLookupList?.find(),
  });
  if (isPdf(results)) return { ok: false, why: "unreadable" };
  const frames = results
    .sort((a, b) => a.frameId - b.frameId)
    .flatMap(({ frameId, result }) => {
      const { data } = frameMentions.safeParse(result);
      return data ? [{ frameId, ...data }] : [];
    });
  if (frames.length === 0) return { ok: false, why: "unanswered" };
  const mentions = together(frames);
  return {
    ok: true,
    mentions: mentions.slice(0, LISTED_MAX),
    more: mentions.length > LISTED_MAX || frames.some(({ more }) => more),
  };
}

/** Adds up the lists of the frames. */
function together(
  frames: readonly { frameId: number; mentions: { query: Query; count: number }[] }[],
): TabMention[] {
  const byWhom = new Map<string, TabMention>();
  for (const { frameId, mentions } of frames)
    for (const { query, count } of mentions) {
      const key = queryKey(query);
      const known = byWhom.get(key);
      if (!known) byWhom.set(key, { query, count, frames: [{ frameId, count }] });
      else {
        known.count += count;
        known.frames.push({ frameId, count });
      }
    }
  return [...byWhom.values()];
}

/**
 * Scrolls the active tab to a mention of its last list.
 *
 * @returns whether it is still there; rejects with a PageTimeoutError if the page doesn't say
 */
export async function showInTab(
  browser: Pick<WorkerBrowser, "tabs" | "scripting">,
  query: Query,
  frameId: number,
  nth: number,
): Promise<boolean> {
  const tabId = await tabInFront(browser);
  if (tabId === undefined) return false;
  await insertLight(browser, tabId, frameId).catch(unlessLate);
  const results = await browser.scripting
    .executeScript({
      target: { tabId, frameIds: [frameId] },
      func: (...args: [Query, number]) => globalThis.keycardLookupList?.show(args[0], args[1]),
      args: [query, nth],
    })
    .catch(unlessLate);
  return results?.[0]?.result === true;
}

function unlessLate(error: unknown): undefined {
  if (error instanceof PageTimeoutError) throw error;
}
