import { describe, expect, test } from "vitest";
import type { CardAction } from "../cards/cards.ts";
import { onCardAction } from "./card-actions.ts";
import { fakeBrowser } from "./fake-browser.ts";
import { fakeNative } from "./fake-native.ts";

const TAB = 7;
const WINDOW = "popup chrome-extension://extension/sidepanel.html 420x720";

/** A card in a tab. @returns what its buttons do, with all that was done in order */
function card(native = fakeNative()) {
  const fake = fakeBrowser();
  fake.tab(TAB, "https://tickets.example/1");
  const cards = {
    pin: async (tabId: number, pinned: boolean) => void fake.done.push(`pin ${tabId} ${pinned}`),
    expand: async (tabId: number, expanded: boolean) =>
      void fake.done.push(`expand ${tabId} ${expanded}`),
  };
  const parts = { browser: fake.browser, native: native.native };
  const on = (action: CardAction, tabId = TAB) => onCardAction(parts, cards, tabId, action);
  return { ...fake, on };
}

describe("the page's top frame is told", () => {
  test.each([
    [{ type: "pointer", time: 5 }, { type: "card-pointer", time: 5 }, []],
    [{ type: "close" }, { type: "card-close" }, []],
    [{ type: "pin" }, { type: "card-pin", pinned: true }, ["pin 7 true"]],
    [{ type: "unpin" }, { type: "card-pin", pinned: false }, ["pin 7 false"]],
    [{ type: "more" }, { type: "card-size", expanded: true }, ["expand 7 true"]],
    [{ type: "less" }, { type: "card-size", expanded: false }, ["expand 7 false"]],
  ] as const)("of %j by %j, and then the card is %j", async (action, message, then) => {
    const { on, told, done } = card();
    await on(action);
    expect(told).toEqual([{ tabId: TAB, frameId: 0, message }]);
    expect(done).toEqual([`tell 7:0 ${message.type}`, ...then]);
  });

  test.each(["pointer", "close", "pin", "unpin", "more", "less"] as const)(
    "or nobody, where its tab was closed meanwhile: %s",
    async (type) => {
      const { on, tabs, done } = card();
      tabs.clear();
      await on({ type, time: 0 });
      // What is remembered of the card follows all the same.
      expect(done).toHaveLength(type === "pointer" || type === "close" ? 0 : 1);
    },
  );
});

test("the options open", async () => {
  const { on, opened, done } = card();
  await on({ type: "open-options" });
  expect(opened).toEqual(["options"]);
  expect(done).toEqual([]);
});

describe("the side panel", () => {
  test("opens for the tab, within the click", async () => {
    const native = fakeNative();
    const { on, opened } = card(native);
    const done = on({ type: "open-side-panel" });
    expect(native.opened).toEqual([TAB]);
    await done;
    expect(opened).toEqual([]);
  });

  test("is a window where the browser opens it not, as when the tab was closed", async () => {
    const native = fakeNative();
    native.native.sidePanel = { open: () => Promise.reject(new Error("No tab with id: 7.")) };
    const { on, opened } = card(native);
    await on({ type: "open-side-panel" });
    expect(opened).toEqual([WINDOW]);
  });

  test("is a window where the browser has none", async () => {
    const { on, opened } = card(fakeNative({ hasSidePanel: false }));
    await on({ type: "open-side-panel" });
    expect(opened).toEqual([WINDOW]);
  });
});
