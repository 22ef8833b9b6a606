import { describe, expect, test } from "vitest";
import type { CardAction } from "../cards/card-parts.ts";
import { takeForPopup } from "../inspected/inspections.ts";
import { onCardAction } from "./card-actions.ts";
import { fakeBrowser } from "./fake-browser.ts";
import { fakeNative } from "./fake-native.ts";

const TAB = 7;
const WINDOW = "popup chrome-extension://extension/sidepanel.html 420x720";

/** A card in a tab. @returns a function that presses its buttons, and a record of what was done, in order */
function card(native = fakeNative()) {
  const fake = fakeBrowser();
  fake.tab(TAB, "https://tickets.example/1");
  const cards = {
    stand: async (tabId: number, standing: object) =>
      void fake.done.push(`${tabId} stands ${JSON.stringify(standing)}`),
  };
  const parts = { browser: fake.browser, native: native.native };
  const on = (action: CardAction, tabId = TAB) => onCardAction(parts, cards, tabId, action);
  return { ...fake, on };
}

describe("the page's top frame", () => {
  test.each([
    [{ type: "pointer", time: 5 }, { type: "pointerInCard", time: 5 }, []],
    [{ type: "close" }, { type: "closeCard" }, []],
    ...[true, false].map(
      (expanded) =>
        [
          { type: "expand", expanded },
          { type: "resizeCard", expanded },
          [`7 stands {"expanded":${expanded}}`],
        ] as const,
    ),
  ] as const)("is told about %j by %j, and then the card is %j", async (action, message, then) => {
    const { on, told, done } = card();
    await on(action);
    expect(told).toEqual([{ tabId: TAB, frameId: 0, message }]);
    expect(done).toEqual([`tell 7:0 ${message.type}`, ...then]);
  });

  test.each([true, false])("and its sub-frames are told about the pin: %j", async (pinned) => {
    const { on, told, done } = card();
    await on({ type: "pin", pinned });
    expect(told).toEqual([
      { tabId: TAB, frameId: 0, message: { type: "pinCard", pinned } },
      { tabId: TAB, message: { type: "cardOpened", pinned } },
    ]);
    expect(done).toEqual([
      "tell 7:0 pinCard",
      "tell 7 cardOpened",
      `7 stands {"pinned":${pinned}}`,
    ]);
  });

  test.each<[CardAction, number]>([
    [{ type: "pointer", time: 0 }, 0],
    [{ type: "close" }, 0],
    [{ type: "pin", pinned: true }, 1],
    [{ type: "expand", expanded: true }, 1],
  ])("isn't told if its tab was closed meanwhile: %j", async (action, followed) => {
    const { on, tabs, done } = card();
    tabs.clear();
    await on(action);
    // The stored state of the card still follows.
    expect(done).toHaveLength(followed);
  });
});

test("opens the options", async () => {
  const { on, opened, done } = card();
  await on({ type: "openOptions" });
  expect(opened).toEqual(["options"]);
  expect(done).toEqual([]);
});

test("opens the popup with what to search for, or a window if the browser doesn't open it", async () => {
  const { on, browser, opened } = card();
  await on({ type: "search", text: "nobody" });
  expect(opened).toEqual(["popup"]);
  expect(await takeForPopup(browser.storage.session)).toEqual({ kind: "search", text: "nobody" });
});

test("unlocks a key in the popup, or in a window if the browser doesn't open it", async () => {
  const { on, opened, state } = card();
  await on({ type: "unlock" });
  state.opensPopup = false;
  await on({ type: "unlock" });
  expect(opened).toEqual(["popup", "popup chrome-extension://extension/popup.html 420x640"]);
});

describe("the side panel", () => {
  test("opens for the tab, within the click", async () => {
    const native = fakeNative();
    const { on, opened } = card(native);
    const done = on({ type: "openSidePanel" });
    expect(native.opened).toEqual([TAB]);
    await done;
    expect(opened).toEqual([]);
  });

  test("is a window if the browser doesn't open it, for example because the tab was closed", async () => {
    const native = fakeNative();
    native.native.sidePanel = { open: () => Promise.reject(new Error("No tab with id: 7.")) };
    const { on, opened } = card(native);
    await on({ type: "openSidePanel" });
    expect(opened).toEqual([WINDOW]);
  });

  test("is a window if the browser has none", async () => {
    const { on, opened } = card(fakeNative({ hasSidePanel: false }));
    await on({ type: "openSidePanel" });
    expect(opened).toEqual([WINDOW]);
  });
});
