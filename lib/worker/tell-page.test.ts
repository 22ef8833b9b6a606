import { expect, test } from "vitest";
import { fakeBrowser } from "./fake-browser.ts";
import { tellEveryFrame, tellSubFrames, tellTopFrame } from "./tell-page.ts";

test("sends to the top frame, or to all frames of a tab", async () => {
  const { browser, tab, told } = fakeBrowser();
  tab(1, "https://tickets.example/1");
  await tellTopFrame(browser, 1, { type: "closeCard" });
  await tellSubFrames(browser, 1, { type: "cardOpened", pinned: true });
  expect(told).toEqual([
    { tabId: 1, frameId: 0, message: { type: "closeCard" } },
    { tabId: 1, message: { type: "cardOpened", pinned: true } },
  ]);
});

test("rejects if no one is listening in the top frame, or the tab was closed", async () => {
  const { browser, tab } = fakeBrowser();
  tab(1, "https://tickets.example/1", { listens: false });
  for (const tabId of [1, 99])
    await expect(tellTopFrame(browser, tabId, { type: "closeCard" })).rejects.toThrow(
      "Receiving end",
    );
});

test("missing sub-frames are ignored", async () => {
  const { browser, tab, told } = fakeBrowser();
  tab(1, "https://tickets.example/1", { listens: false });
  for (const tabId of [1, 99])
    await tellSubFrames(browser, tabId, { type: "cardClosed", hadFocus: false });
  expect(told).toEqual([]);
});

test("doesn't wait for all pages, because one that hangs never answers", async () => {
  const { browser, tab, told } = fakeBrowser();
  tab(1, "https://tickets.example/1", { hangs: true });
  tab(2, "https://tickets.example/2");
  await tellEveryFrame(browser, { type: "marksChanged" });
  expect(told.map(({ tabId }) => tabId)).toEqual([1, 2]);
});

test("sends to all pages, private ones too, whether they listen or not", async () => {
  const { browser, tab, told } = fakeBrowser();
  tab(1, "https://tickets.example/1", { listens: false });
  tab(2, "https://tickets.example/2", { incognito: true });
  tab(3, "https://tickets.example/3");
  const { query } = browser.tabs;
  // The browser reports no ID for developer tools.
  browser.tabs.query = async (wanted) => [{ incognito: false }, ...(await query(wanted))];
  await tellEveryFrame(browser, { type: "marksChanged" });
  expect(told).toEqual([
    { tabId: 2, message: { type: "marksChanged" } },
    { tabId: 3, message: { type: "marksChanged" } },
  ]);
});
