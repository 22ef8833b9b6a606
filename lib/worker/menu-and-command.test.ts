import { describe, expect, test, vi } from "vitest";
import { lastInspected, takeForPopup } from "../inspected/inspections.ts";
import { type FakeBrowser, type FakeTab, fakeBrowser, settled } from "./fake-browser.ts";
import { frameOf } from "./fake-frames.ts";
import { fakeNative } from "./fake-native.ts";
import { createMenu, listenToMenuAndCommand } from "./menu-and-command.ts";

const TAB = 7;
const ORIGIN = "https://tickets.example";
const PUT =
  "/content-scripts/page.js /page-mentions.js /page-look.js /page-behind.js /page-invoked.js";
const ada = { kind: "email", value: "ada@example.com" } as const;
const anchor = { left: 10, top: 20, width: 100, height: 16, isDirect: true };

/** A frame that answers menu and command. @param asked records what it was asked */
function answering(report: unknown, asked: unknown[] = [], origin = ORIGIN) {
  const keycardLookupInvoked = async (...what: unknown[]) => {
    asked.push(what);
    return report;
  };
  return { ...frameOf(origin), keycardLookupInvoked };
}

/** An active tab, in a browser that listens to menu and command. */
function front(frames: FakeTab["frames"], other: Partial<FakeTab> = {}): FakeBrowser {
  const fake = fakeBrowser();
  fake.tab(TAB, `${ORIGIN}/1`, { active: true, zoom: 1.5, ...other, frames });
  listenToMenuAndCommand({ browser: fake.browser, native: fakeNative().native }, fake.settings);
  return fake;
}

const click = { menuItemId: "look-up", frameId: 0 };
const tabOf = ({ tabs }: FakeBrowser) => tabs.get(TAB);
const session = ({ browser }: FakeBrowser) => browser.storage.session;

async function choose(fake: FakeBrowser, info: object) {
  await fake.events.onMenu.fire({ ...click, ...info }, tabOf(fake));
  await settled();
}

async function press(fake: FakeBrowser) {
  await fake.events.onCommand.fire("look-up", tabOf(fake));
  await settled();
}

describe("the menu item", () => {
  test("shows who the selection mentions in the page, where the click was", async () => {
    const asked: unknown[] = [];
    const fake = front({ 0: frameOf(ORIGIN), 3: answering({ type: "shown" }, asked) });
    await choose(fake, { selectionText: "Ada <ada@example.com>", frameId: 3 });
    expect(asked).toEqual([["menu", ada, undefined, true]]);
    expect(fake.done).toEqual([`put ${TAB}:all ${PUT}`, `run ${TAB}:0,3`]);
    expect(fake.opened).toEqual([]);
    expect(await lastInspected(session(fake))).toEqual(ada);
  });

  test("opens the popup if the page hangs", async () => {
    const fake = front({ 0: frameOf(ORIGIN) });
    Object.assign(tabOf(fake) ?? {}, { hangs: true });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await choose(fake, { selectionText: ada.value });
    expect(fake.opened).toEqual([]);
    await vi.advanceTimersByTimeAsync(3_000);
    vi.useRealTimers();
    await settled();
    expect(fake.opened).toEqual(["popup"]);
  });

  test("asks the page who is mentioned in a field, and remembers no one before", async () => {
    const asked: unknown[] = [];
    const fake = front({ 0: answering({ type: "shown" }, asked) });
    await choose(fake, {});
    expect(asked).toEqual([["menu", undefined, undefined, false]]);
    expect(await lastInspected(session(fake))).toBeUndefined();
  });

  test("makes the top frame show someone in a sub-frame", async () => {
    const fake = front({
      0: answering(undefined),
      3: answering({ type: "in-frame", query: ada, anchor }),
    });
    await choose(fake, { selectionText: ada.value, frameId: 3 });
    expect(fake.told).toEqual([
      {
        tabId: TAB,
        frameId: 0,
        message: { type: "frameInvoked", by: "menu", query: ada, anchor, zoom: 1.5 },
      },
    ]);
    expect(fake.opened).toEqual([]);
  });

  test.each([
    ["doesn't allow scripts", { readable: false }],
    ["shows no one", {}],
    [
      "has a script that returns something else",
      { frames: { 0: answering({ type: "shown", who: "me" }) } },
    ],
  ])("opens the popup with that person if the page %s", async (_, other) => {
    const fake = front({}, other);
    tabOf(fake);
    fake.tab(TAB, `${ORIGIN}/1`, other);
    await choose(fake, { selectionText: ada.value });
    expect(fake.opened).toEqual(["popup"]);
    expect(await takeForPopup(session(fake))).toEqual({ kind: "query", query: ada });
  });

  test("opens the popup if the tab was closed meanwhile", async () => {
    const fake = front({});
    const tab = tabOf(fake);
    fake.tabs.clear();
    await fake.events.onMenu.fire({ ...click, selectionText: ada.value }, tab);
    await settled();
    expect(fake.opened).toEqual(["popup"]);
  });

  test("searches in the popup for a name that belongs to no one on the page, and doesn't ask the page about more words than names have", async () => {
    const fake = front({});
    await choose(fake, { menuItemId: "look-up-selection", selectionText: "Ada Lovelace" });
    expect(await takeForPopup(session(fake))).toEqual({ kind: "search", text: "Ada Lovelace" });
    expect(fake.done).not.toEqual([]);
    fake.done.length = 0;
    const text = "many more words than any name has";
    await choose(fake, { menuItemId: "look-up-selection", selectionText: text });
    expect(await takeForPopup(session(fake))).toEqual({ kind: "search", text });
    expect(fake.done).toEqual([]);
  });

  test("recognizes subjects with the patterns of the settings", async () => {
    const fake = front({});
    await fake.settings.change({ subjects: ["emp-{digit:6}"] });
    await choose(fake, { selectionText: "emp-123456" });
    expect(await lastInspected(session(fake))).toEqual({ kind: "subject", value: "emp-123456" });
  });

  test("remembers no one from a private window", async () => {
    const fake = front({ 0: answering({ type: "shown" }) }, { incognito: true });
    await choose(fake, { selectionText: ada.value });
    expect(await session(fake).get(null)).toEqual({});
  });

  test("opens the popup outside of tabs", async () => {
    const fake = front({});
    await fake.events.onMenu.fire({ ...click, selectionText: ada.value }, undefined);
    await settled();
    expect(fake.opened).toEqual(["popup"]);
  });

  test("ignores the item of someone else", async () => {
    const fake = front({});
    await choose(fake, { menuItemId: "another", selectionText: ada.value });
    expect(await session(fake).get(null)).toEqual({});
    expect([...fake.done, ...fake.opened]).toEqual([]);
  });
});

describe("the command", () => {
  test("asks all frames of the active tab, one of which has the keyboard focus", async () => {
    const asked: unknown[] = [];
    const fake = front({ 0: answering(undefined, asked), 3: answering({ type: "shown" }, asked) });
    await press(fake);
    expect(asked).toEqual([
      ["keyboard", undefined, undefined, false],
      ["keyboard", undefined, undefined, false],
    ]);
    expect(fake.done).toEqual([`put ${TAB}:all ${PUT} /page-keyboard.js`, `run ${TAB}:all`]);
    expect(fake.opened).toEqual([]);
  });

  test("shows nothing after Esc was pressed in the frame, and releases its keys", async () => {
    const keycardLookupKeyboard = { isWithdrawn: () => true };
    const frame = answering({ type: "in-frame", query: ada, anchor });
    const fake = front({ 0: answering(undefined), 3: { ...frame, keycardLookupKeyboard } });
    await press(fake);
    expect(fake.done.slice(-2)).toEqual([`run ${TAB}:3`, `tell ${TAB} cardClosed`]);
    expect(fake.told).toMatchObject([{ message: { type: "cardClosed", hadFocus: false } }]);
    expect(fake.opened).toEqual([]);
  });

  test("adds up the origins of frames, by their IDs", async () => {
    const around = (left: number) => answering({ type: "around", left, top: 0 });
    const fake = front({
      0: around(1_000),
      3: around(7),
      5: answering({ type: "in-frame", query: ada, anchor }),
    });
    await press(fake);
    expect(fake.told).toMatchObject([{ message: { by: "keyboard", anchor: { left: 17 } } }]);
  });

  test("doesn't ask frames that the organization has turned off", async () => {
    const asked: unknown[] = [];
    const fake = front({
      0: answering({ type: "shown" }),
      3: answering({ type: "shown" }, asked, "https://bank.example"),
    });
    const sitesOff = ["*://bank.example/*"];
    await fake.settings.takePolicy(async () => ({ sitesOff }));
    await press(fake);
    expect(asked).toEqual([]);
    expect(fake.done).toContain(`put ${TAB}:0 ${PUT} /page-keyboard.js`);
  });

  test("opens the popup for a page that is turned off, and injects nothing", async () => {
    const fake = front({ 0: answering({ type: "shown" }) });
    const sitesOff = ["*://tickets.example/*"];
    await fake.settings.takePolicy(async () => ({ sitesOff }));
    await press(fake);
    expect(fake.done).toEqual([]);
    expect(fake.opened).toEqual(["popup"]);
  });

  test("opens the popup if the top frame isn't listening, and if the zoom isn't known", async () => {
    const fake = front(
      { 3: answering({ type: "in-frame", query: ada, anchor }) },
      { listens: false },
    );
    fake.browser.tabs.getZoom = () => Promise.reject(new Error("No tab with id: 7."));
    await press(fake);
    expect(fake.opened).toEqual(["popup"]);
  });

  test("opens the popup if no tab is active", async () => {
    const fake = front({}, { active: false });
    await press(fake);
    expect(fake.done).toEqual([]);
    expect(fake.opened).toEqual(["popup"]);
  });

  test("ignores any other command", async () => {
    const fake = front({ 0: answering({ type: "shown" }) });
    await fake.events.onCommand.fire("another", tabOf(fake));
    expect([...fake.done, ...fake.opened]).toEqual([]);
  });

  test("is received by a restarted worker", async () => {
    const fake = front({ 0: answering({ type: "shown" }) });
    fake.stopWorker();
    listenToMenuAndCommand({ browser: fake.browser, native: fakeNative().native }, fake.settings);
    await press(fake);
    expect(fake.done).toContain(`run ${TAB}:all`);
  });
});

test("the menu has each item once, however often it is created", async () => {
  const { browser, menu } = fakeBrowser();
  await createMenu(browser);
  await createMenu(browser);
  expect(menu).toEqual([
    { id: "look-up-selection", title: "Look up “%s”", contexts: ["selection"] },
    { id: "look-up", title: "Look up in Keycard", contexts: ["link", "editable"] },
    { id: "open-side-panel", title: "Open the side panel", contexts: ["action"] },
  ]);
});
