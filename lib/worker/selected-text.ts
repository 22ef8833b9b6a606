import type { FollowedSettings } from "../settings/followed-settings.ts";
import { allowedFrames } from "./allowed.ts";
import type { PagesBrowser } from "./browser.ts";

/** Maximum characters of a selection that is a name or an address, rather than a sentence to be copied. */
export const SELECTION_MAX_CHARS = 80;

/** How long the popup's first search waits for a page that doesn't answer, in ms: less than it takes to type a word. */
export const SELECTION_WAIT_MS = 250;

/**
 * The selected text of a tab if it is one short line: from the first of its readable frames that has a selection. A
 * selection in a field isn't read, because it may be a secret.
 *
 * @returns undefined also if the browser doesn't allow scripts, or the page doesn't answer in time
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
    // Otherwise, it would wait for a page that is still loading.
    injectImmediately: true,
    func: selectionHere,
  });
  return results
    .sort((a, b) => a.frameId - b.frameId)
    .flatMap(({ result }) => (typeof result === "string" ? [result] : []));
}

const isShort = (text: string) =>
  text.length >= 2 && text.length <= SELECTION_MAX_CHARS && !/[\r\n]/.test(text);

/** Runs in the page on its own, without access to anything outside the function. */
function selectionHere(): string {
  const holder = document.activeElement;
  const isField = holder instanceof HTMLInputElement || holder instanceof HTMLTextAreaElement;
  // More than is searched for, to detect that it is too long, but not the text of a whole book.
  return isField ? "" : String(getSelection() ?? "").slice(0, 1_000);
}
