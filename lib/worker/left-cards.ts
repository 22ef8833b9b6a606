import type { Frames, WorkerBrowser } from "./browser.ts";

/**
 * Takes cards out of a page that belong to nobody. Firefox ends a content script without a word when the extension is
 * updated or reloaded, so that it can take nothing with it (153, seen 2026-11); in Chromium it lives on, and does.
 *
 * @param target frames into which scripts may be put
 */
export async function removeLeftCards(
  browser: Pick<WorkerBrowser, "scripting" | "runtime">,
  target: Frames,
): Promise<void> {
  await browser.scripting.executeScript({
    target,
    func: (card: string) => {
      for (const element of document.querySelectorAll("[popover=manual]")) {
        // Only Firefox has it; no page has.
        const { openOrClosedShadowRoot: root } = element as Element & {
          openOrClosedShadowRoot?: ShadowRoot | null;
        };
        if (root?.querySelector("iframe")?.src.startsWith(card)) element.remove();
      }
    },
    args: [browser.runtime.getURL("/card.html")],
  });
}
