import type { FollowedSettings } from "../settings/followed-settings.ts";
import { allowedFrames } from "./allowed.ts";
import type { PagesBrowser } from "./browser.ts";

/** Characters of a selection that is a name or an address, and no sentence that somebody means to copy. */
export const SELECTION_MAX_CHARS = 80;

/** How long the popup's first search waits for a page that does not answer, in ms: shorter than the first word typed. */
export const SELECTION_WAIT_MS = 250;

/**
 * What is selected in the text of a tab, if it is one short line: of the first of its frames that may be read and has
 * something selected. What is selected in a field is not read: it may be a secret.
 *
 * @returns undefined, too, where the browser lets no script in, or the page does not answer in time
 */
export async function selectedText(
  browser: Omit<PagesBrowser, "permissions">,
  settings: FollowedSettings,
  tabId: number,
): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), SELECTION_WAIT_MS);
  });
  const read = readSelections(browser, settings, tabId).catch(() => undefined);
  const selections = await Promise.race([read, late]);
  clearTimeout(timer);
  return selections?.map((text) => text.trim()).find((text) => text !== "" && isShort(text));
}

async function readSelections(
  browser: Omit<PagesBrowser, "permissions">,
  settings: FollowedSettings,
  tabId: number,
): Promise<string[] | undefined> {
  const target = await allowedFrames(browser, settings, tabId);
  if (!target) return undefined;
  const results = await browser.scripting.executeScript({
    target,
    // A page that is still being loaded would be waited for.
    injectImmediately: true,
    func: selectionHere,
  });
  return results
    .sort((a, b) => a.frameId - b.frameId)
    .flatMap(({ result }) => (typeof result === "string" ? [result] : []));
}

const isShort = (text: string) =>
  text.length >= 2 && text.length <= SELECTION_MAX_CHARS && !/[\r\n]/.test(text);

/** Runs in the page, by itself: nothing from outside it is there. */
function selectionHere(): string {
  const holder = document.activeElement;
  const isField = holder instanceof HTMLInputElement || holder instanceof HTMLTextAreaElement;
  // Longer than is searched for, so that it is seen to be too long; a whole book is not carried over.
  return isField ? "" : String(getSelection() ?? "").slice(0, 1_000);
}
