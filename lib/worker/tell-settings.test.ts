import { expect, test } from "vitest";
import { fakeBrowser } from "./fake-browser.ts";
import { tellAllPagesSettings } from "./tell-settings.ts";

test("sends all pages the current settings, and then has them draw their underlines accordingly", async () => {
  const { browser, settings, tab, told } = fakeBrowser();
  // The one that hangs doesn't delay anything.
  tab(1, "https://tickets.example/1", { hangs: true });
  tab(2, "https://chat.example/");
  await settings.change({ hoverMs: 700 });
  await tellAllPagesSettings(browser, settings);
  const changed = { type: "settingsChanged", settings: { showMs: 700, patterns: [] } };
  expect(told).toEqual([
    { tabId: 1, message: changed },
    { tabId: 2, message: changed },
    { tabId: 1, message: { type: "marksChanged" } },
    { tabId: 2, message: { type: "marksChanged" } },
  ]);
});
