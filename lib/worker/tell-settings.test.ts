import { expect, test } from "vitest";
import { fakeBrowser } from "./fake-browser.ts";
import { tellAllPagesSettings } from "./tell-settings.ts";

test("all pages are told the settings that hold, and then to draw their lines by them", async () => {
  const { browser, settings, tab, told } = fakeBrowser();
  // The one that hangs keeps nobody waiting.
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
