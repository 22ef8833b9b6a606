import { expect, test } from "vitest";
import { fakeBrowser, settled } from "./fake-browser.ts";
import { tellAllPages, tellPage } from "./tell-page.ts";

test("one frame is told, or all of a tab's", async () => {
  const { browser, tab, told } = fakeBrowser();
  tab(1, "https://tickets.example/1");
  await tellPage(browser, 1, { type: "card-close" }, 0);
  await tellPage(browser, 1, { type: "card-shown" });
  expect(told).toEqual([
    { tabId: 1, frameId: 0, message: { type: "card-close" } },
    { tabId: 1, message: { type: "card-shown" } },
  ]);
});

test("whoever tells hears that nobody is there, or the tab was closed", async () => {
  const { browser, tab } = fakeBrowser();
  tab(1, "https://tickets.example/1", { listens: false });
  for (const tabId of [1, 99])
    await expect(tellPage(browser, tabId, { type: "card-close" })).rejects.toThrow("Receiving end");
});

test("whoever tells all pages can wait until they are told", async () => {
  const { browser, tab, told } = fakeBrowser();
  tab(1, "https://tickets.example/1");
  const { sendMessage } = browser.tabs;
  browser.tabs.sendMessage = async (...all) => {
    await settled();
    return sendMessage(...all);
  };
  await tellAllPages(browser, { type: "marks" });
  expect(told).toHaveLength(1);
});

test("all pages are told, private ones too, whichever do not hear", async () => {
  const { browser, tab, told } = fakeBrowser();
  tab(1, "https://tickets.example/1", { listens: false });
  tab(2, "https://tickets.example/2", { incognito: true });
  tab(3, "https://tickets.example/3");
  const { query } = browser.tabs;
  // Of developer tools the browser tells no id.
  browser.tabs.query = async (wanted) => [{ incognito: false }, ...(await query(wanted))];
  await tellAllPages(browser, { type: "marks" });
  expect(told).toEqual([
    { tabId: 2, message: { type: "marks" } },
    { tabId: 3, message: { type: "marks" } },
  ]);
});
