import type { Frames, WorkerBrowser } from "./browser.ts";

/**
 * Removes orphaned cards from a page. Firefox ends a content script without notice when the extension is updated or
 * reloaded, so that it can't remove anything (153, seen 2026-11); in Chromium the script keeps running, and removes its
 * card.
 *
 * @param target frames into which scripts can be injected
 */
export async function removeOrphanedCards(
  browser: Pick<WorkerBrowser, "scripting" | "runtime">,
  target: Frames,
): Promise<void> {
  await browser.scripting.executeScript({
    target,
    func: (card: string) => {
      for (const element of document.querySelectorAll("[popover=manual]")) {
        // Only Firefox has it, and only in content scripts.
        const { openOrClosedShadowRoot: root } = element as Element & {
          openOrClosedShadowRoot?: ShadowRoot | null;
        };
        if (root?.querySelector("iframe")?.src.startsWith(card)) element.remove();
      }
    },
    args: [browser.runtime.getURL("/card.html")],
  });
}
