import { expect, test } from "vitest";
import { fakeBrowser } from "./fake-browser.ts";
import { tellEveryFrame, tellSubFrames, tellTopFrame } from "./tell-page.ts";

test("the top frame is told, or all of a tab's", async () => {
  const { browser, tab, told } = fakeBrowser();
  tab(1, "https://tickets.example/1");
  await tellTopFrame(browser, 1, { type: "closeCard" });
  await tellSubFrames(browser, 1, { type: "cardOpened" });
  expect(told).toEqual([
    { tabId: 1, frameId: 0, message: { type: "closeCard" } },
    { tabId: 1, message: { type: "cardOpened" } },
  ]);
});

test("whoever tells the top frame hears that nobody is there, or the tab was closed", async () => {
  const { browser, tab } = fakeBrowser();
  tab(1, "https://tickets.example/1", { listens: false });
  for (const tabId of [1, 99])
    await expect(tellTopFrame(browser, tabId, { type: "closeCard" })).rejects.toThrow(
      "Receiving end",
    );
});

test("frames that are not there need not be told", async () => {
  const { browser, tab, told } = fakeBrowser();
  tab(1, "https://tickets.example/1", { listens: false });
  for (const tabId of [1, 99])
    await tellSubFrames(browser, tabId, { type: "cardClosed", hadFocus: false });
  expect(told).toEqual([]);
});

test("whoever tells all pages waits for none: one that hangs never answers", async () => {
  const { browser, tab, told } = fakeBrowser();
  tab(1, "https://tickets.example/1", { hangs: true });
  tab(2, "https://tickets.example/2");
  await tellEveryFrame(browser, { type: "marksChanged" });
  expect(told.map(({ tabId }) => tabId)).toEqual([1, 2]);
});

test("all pages are told, private ones too, whichever do not hear", async () => {
  const { browser, tab, told } = fakeBrowser();
  tab(1, "https://tickets.example/1", { listens: false });
  tab(2, "https://tickets.example/2", { incognito: true });
  tab(3, "https://tickets.example/3");
  const { query } = browser.tabs;
  // Of developer tools the browser tells no id.
  browser.tabs.query = async (wanted) => [{ incognito: false }, ...(await query(wanted))];
  await tellEveryFrame(browser, { type: "marksChanged" });
  expect(told).toEqual([
    { tabId: 2, message: { type: "marksChanged" } },
    { tabId: 3, message: { type: "marksChanged" } },
  ]);
});
