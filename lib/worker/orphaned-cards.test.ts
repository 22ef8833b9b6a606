import { expect, test } from "vitest";
import { fakeBrowser } from "./fake-browser.ts";
import { removeOrphanedCards } from "./orphaned-cards.ts";

const OURS = "chrome-extension://extension/card.html#ticket";

/** A document with manual popovers. @param frames by a name, the URL in each one's closed root */
function documentOf(frames: Record<string, string | null | undefined>) {
  const there = new Set(Object.keys(frames));
  return {
    there,
    querySelectorAll: (selector: string) =>
      selector !== "[popover=manual]"
        ? []
        : Object.entries(frames).map(([name, src]) => ({
            ...(src !== undefined && {
              openOrClosedShadowRoot: {
                querySelector: (tag: string) => tag === "iframe" && src && { src },
              },
            }),
            remove: () => there.delete(name),
          })),
  };
}

test("removes cards of the extension's previous session from all frames, and leaves what belongs to the page", async () => {
  const { browser, tab } = fakeBrowser();
  const top = documentOf({
    card: OURS,
    another: "chrome-extension://extension/popup.html",
    elses: "https://page.example/card.html",
    empty: null,
    open: undefined,
  });
  const inside = documentOf({ card: OURS });
  tab(1, "https://tickets.example/1", {
    frames: { 0: { document: top }, 3: { document: inside } },
  });
  await removeOrphanedCards(browser, { tabId: 1, allFrames: true });
  expect([...top.there]).toEqual(["another", "elses", "empty", "open"]);
  expect([...inside.there]).toEqual([]);
});

test("only touches the given frames", async () => {
  const { browser, tab } = fakeBrowser();
  const top = documentOf({ card: OURS });
  tab(1, "https://tickets.example/1", {
    frames: { 0: { document: top }, 3: { document: documentOf({}) } },
  });
  await removeOrphanedCards(browser, { tabId: 1, frameIds: [3] });
  expect(top.there.size).toBe(1);
});

test("rejects if a tab was closed meanwhile", async () => {
  const { browser } = fakeBrowser();
  await expect(removeOrphanedCards(browser, { tabId: 9, allFrames: true })).rejects.toThrow(
    "No tab",
  );
});
