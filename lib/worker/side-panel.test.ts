import { describe, expect, test } from "vitest";
import { fakeBrowser, settled } from "./fake-browser.ts";
import { fakeNative } from "./fake-native.ts";
import { listenToMenuAndCommand } from "./menu-and-command.ts";
import { createSidePanelItem } from "./side-panel.ts";

const TAB = 7;
const WINDOW = "popup chrome-extension://extension/sidepanel.html 420x720";

function listening(native = fakeNative()) {
  const fake = fakeBrowser();
  const tab = fake.tab(TAB, "https://tickets.example/1", { active: true });
  listenToMenuAndCommand({ browser: fake.browser, native: native.native }, fake.settings);
  const click = (menuItemId: string) => fake.events.onMenu.fire({ menuItemId }, tab);
  return { ...fake, native, tab, click };
}

describe("the side panel opens", () => {
  test("by its command, in the same turn, because later the browser refuses", () => {
    const { events, native, tab } = listening();
    void events.onCommand.fire("open-side-panel", tab);
    expect(native.opened).toEqual([TAB]);
  });

  test("by the item in the menu of the toolbar button", () => {
    const { native, click } = listening();
    void click("open-side-panel");
    expect(native.opened).toEqual([TAB]);
  });

  test("as Firefox's sidebar, in the same turn too", () => {
    const native = fakeNative({ hasSidePanel: false });
    let opened = 0;
    native.native.sidebarAction = { open: async () => void opened++ };
    const { click } = listening(native);
    void click("open-side-panel");
    expect(opened).toBe(1);
  });

  test("as a window if there is no tab", async () => {
    const { events, opened } = listening();
    await events.onCommand.fire("open-side-panel", undefined);
    await settled();
    expect(opened).toEqual([WINDOW]);
  });

  test("as a window if the browser refuses its sidebar", async () => {
    const native = fakeNative();
    native.native.sidebarAction = { open: () => Promise.reject(new Error("no gesture")) };
    const { click, opened } = listening(native);
    await click("open-side-panel");
    await settled();
    expect(opened).toEqual([WINDOW]);
  });
});

test("the item is only in the menu of the toolbar button", () => {
  const fake = fakeBrowser();
  createSidePanelItem(fake.browser);
  expect(fake.menu).toEqual([
    { id: "open-side-panel", title: "Open the side panel", contexts: ["action"] },
  ]);
});
