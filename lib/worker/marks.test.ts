import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type FakeBrowser, fakeBrowser, settled } from "./fake-browser.ts";
import { frameOf, pdfFrame } from "./fake-frames.ts";
import { beginMarks, followMarks, insertLight, switchMarks, tabMarks } from "./marks.ts";

const TICKETS = "https://tickets.example/*";
const CHAT = "https://chat.example/*";
const ORIGIN = "https://tickets.example";
const PUT =
  "/content-scripts/page.js /page-mentions.js /page-look.js /page-behind.js /page-marks.js";

const marksOf = async ({ settings }: FakeBrowser) => (await settings.current()).marks;

/** Two sites that are on, each in a tab; the first is active. @param marks where mentions are underlined */
async function withTabs(...marks: string[]): Promise<FakeBrowser> {
  const fake = fakeBrowser();
  fake.tab(1, "https://tickets.example/1", { active: true, frames: { 3: frameOf(ORIGIN) } });
  fake.tab(2, "https://chat.example/");
  await fake.grant(TICKETS, CHAT);
  await fake.settings.change({ marks });
  return fake;
}

/** @param state what the part that underlines reports */
const marked = (state: unknown) => ({
  ...frameOf(ORIGIN),
  keycardLookupMarks: { state: () => state },
});

describe("a document asks for underlines", () => {
  const sender = { origin: ORIGIN, frameId: 3, tab: { id: 1, incognito: false } };

  test("on a site that has them, it gets the style, only in its own frame", async () => {
    const { browser, settings, sheets } = await withTabs(TICKETS);
    expect(await beginMarks(browser, settings, sender)).toBe(true);
    expect(sheets).toEqual([
      {
        tabId: 1,
        frameId: 3,
        origin: "USER",
        css: expect.stringMatching(
          /^::highlight\(keycard-lookup\) \{\s+text-decoration: underline .*;\s\}$/,
        ),
      },
    ]);
  });

  test("however often it asks, the style is inserted once", async () => {
    const { browser, settings, sheets } = await withTabs(TICKETS);
    await beginMarks(browser, settings, sender);
    await beginMarks(browser, settings, sender);
    expect(sheets).toHaveLength(1);
  });

  test("the style is inserted even if the browser finds none to remove", async () => {
    const { browser, settings, sheets } = await withTabs(TICKETS);
    browser.scripting.removeCSS = () => Promise.reject(new Error("no such style"));
    expect(await beginMarks(browser, settings, sender)).toBe(true);
    expect(sheets).toHaveLength(1);
  });

  test.each([
    ["another site", [CHAT], sender],
    ["no site", [], sender],
    ["no site, for a sandboxed frame", [], { ...sender, origin: "null" }],
    [
      "another site than that of the sandboxed frame's page",
      [CHAT],
      { ...sender, origin: "null", tab: { ...sender.tab, url: "https://tickets.example/1" } },
    ],
  ])("with underlines on %s, it gets none", async (_, marks, from) => {
    const { browser, settings, sheets } = await withTabs(...marks);
    expect(await beginMarks(browser, settings, from)).toBe(false);
    expect(sheets).toEqual([]);
  });

  test("a sandboxed frame follows its page", async () => {
    const { browser, settings, sheets } = await withTabs(TICKETS);
    const tab = { id: 1, incognito: false, url: "https://tickets.example/1" };
    expect(await beginMarks(browser, settings, { origin: "null", frameId: 3, tab })).toBe(true);
    expect(await beginMarks(browser, settings, { frameId: 3, tab })).toBe(true);
    expect(sheets).toHaveLength(1);
  });

  test("it is the top frame if the browser doesn't name one", async () => {
    const { browser, settings, sheets } = await withTabs(TICKETS);
    await beginMarks(browser, settings, { origin: ORIGIN, tab: { id: 1, incognito: false } });
    expect(sheets).toMatchObject([{ frameId: 0 }]);
  });

  test.each([
    ["its tab was closed", { ...sender, tab: { id: 9, incognito: false } }],
    ["its frame is gone", { ...sender, frameId: 8 }],
    ["it has no tab", { origin: ORIGIN }],
    ["it is sandboxed and has no tab", { origin: "null" }],
  ])("the request fails if %s meanwhile", async (_, from) => {
    const { browser, settings } = await withTabs(TICKETS);
    await expect(beginMarks(browser, settings, from)).rejects.toThrow(/^No (tab|frame) with id/);
  });
});

test("a mention is highlighted after scrolling by an author style, once in a frame", async () => {
  const { browser, sheets } = await withTabs();
  await insertLight(browser, 1, 3);
  await insertLight(browser, 1, 3);
  expect(sheets).toEqual([
    {
      tabId: 1,
      frameId: 3,
      origin: "AUTHOR",
      css: expect.stringMatching(/^::highlight\(keycard-lookup-here\) \{ background-color: /),
    },
  ]);
});

describe("turning on underlines for a site", () => {
  test("registers them, then tells all pages, then injects the part into open ones", async () => {
    const fake = await withTabs();
    await switchMarks(fake.browser, fake.settings, TICKETS, true);
    await settled();
    expect(await marksOf(fake)).toEqual([TICKETS]);
    expect(fake.registered.get("marks")?.matches).toEqual([TICKETS]);
    expect(fake.done).toEqual([
      "register page",
      "register marks",
      "tell 1 marksChanged",
      "tell 2 marksChanged",
      `put 1:all ${PUT}`,
      `put 2:all ${PUT}`,
    ]);
  });

  test("doesn't wait for a page that hangs, and the others get them anyway", async () => {
    const fake = await withTabs();
    fake.tab(1, "https://tickets.example/1", { hangs: true });
    await switchMarks(fake.browser, fake.settings, TICKETS, true);
    await settled();
    expect(await marksOf(fake)).toEqual([TICKETS]);
    expect(fake.done).toContain(`put 2:all ${PUT}`);
  });

  test("twice is the same as once; other sites keep theirs", async () => {
    const fake = await withTabs(TICKETS, CHAT);
    await switchMarks(fake.browser, fake.settings, TICKETS, true);
    expect(await marksOf(fake)).toEqual([CHAT, TICKETS]);
    expect(fake.done.filter((what) => what.startsWith("put"))).toEqual([]);
  });

  test("works for two sites at once", async () => {
    const fake = await withTabs();
    await Promise.all([
      switchMarks(fake.browser, fake.settings, TICKETS, true),
      switchMarks(fake.browser, fake.settings, CHAT, true),
    ]);
    expect(await marksOf(fake)).toEqual([TICKETS, CHAT]);
  });

  test("keeps none for a site that is off", async () => {
    const fake = await withTabs();
    await fake.takeBack(TICKETS);
    await switchMarks(fake.browser, fake.settings, TICKETS, true);
    expect(await marksOf(fake)).toEqual([]);
    expect(fake.registered.has("marks")).toBe(false);
  });
});

describe("turning off underlines for a site", () => {
  test("removes them from all its frames, but no others, and then tells all pages", async () => {
    const fake = await withTabs(TICKETS, CHAT);
    const tab = { id: 1, incognito: false };
    await beginMarks(fake.browser, fake.settings, { origin: ORIGIN, frameId: 0, tab });
    await beginMarks(fake.browser, fake.settings, { origin: ORIGIN, frameId: 3, tab });
    await beginMarks(fake.browser, fake.settings, {
      origin: "https://chat.example",
      tab: { ...tab, id: 2 },
    });
    fake.done.length = 0;
    await switchMarks(fake.browser, fake.settings, TICKETS, false);
    expect(await marksOf(fake)).toEqual([CHAT]);
    expect(fake.sheets).toMatchObject([{ tabId: 2 }]);
    expect(fake.registered.get("marks")?.matches).toEqual([CHAT]);
    expect(fake.done.slice(-3)).toEqual([
      "unstyle 1:all",
      "tell 1 marksChanged",
      "tell 2 marksChanged",
    ]);
  });

  test("isn't affected by a page that was closed meanwhile or allows nothing", async () => {
    const fake = await withTabs(TICKETS);
    fake.tab(1, "https://tickets.example/1", { readable: false, listens: false });
    fake.tab(4, "https://tickets.example/4");
    const query = fake.browser.tabs.query;
    fake.browser.tabs.query = async (wanted) => [{ incognito: false }, ...(await query(wanted))];
    await switchMarks(fake.browser, fake.settings, TICKETS, false);
    expect(fake.done.slice(-3)).toEqual([
      "unstyle 4:all",
      "tell 2 marksChanged",
      "tell 4 marksChanged",
    ]);
  });
});

test("imported settings can turn some on and others off", async () => {
  const fake = await withTabs(CHAT);
  await followMarks(fake.browser, fake.settings, [TICKETS]);
  await settled();
  expect(fake.registered.get("marks")?.matches).toEqual([CHAT]);
  expect(fake.done.slice(2)).toEqual([
    "unstyle 1:all",
    "tell 1 marksChanged",
    "tell 2 marksChanged",
    `put 1:all ${PUT}`,
    `put 2:all ${PUT}`,
  ]);
});

describe("a page that hangs", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("delays turning off underlines by a second, and the other pages no longer", async () => {
    const fake = await withTabs(TICKETS);
    fake.tab(1, "https://tickets.example/1", { hangs: true });
    const switched = switchMarks(fake.browser, fake.settings, TICKETS, false);
    await vi.advanceTimersByTimeAsync(1_000);
    await switched;
    expect(await marksOf(fake)).toEqual([]);
    expect(fake.done).toContain("tell 2 marksChanged");
  });

  test("in the active tab is reported to have underlines, but it isn't known how many are drawn", async () => {
    const fake = await withTabs(TICKETS);
    fake.tab(1, "https://tickets.example/1", { active: true, hangs: true });
    const asked = tabMarks(fake.browser, fake.settings);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await asked).toEqual({ state: "on", pattern: TICKETS });
  });
});

describe("the underlines of the active tab", () => {
  const ON = { state: "on", pattern: TICKETS };

  test("are counted over its frames, ignoring what any other script reports", async () => {
    const fake = await withTabs(TICKETS);
    fake.tab(1, "https://tickets.example/1", {
      active: true,
      frames: {
        0: marked({ count: 2, lines: "all" }),
        3: marked({ count: 5, lines: "all" }),
        4: marked(undefined),
        5: marked({ count: "7", lines: "all" }),
        6: frameOf(ORIGIN),
      },
    });
    expect(await tabMarks(fake.browser, fake.settings)).toEqual({
      ...ON,
      found: { count: 7, lines: "all" },
    });
  });

  test.each([
    [["all", "capped"], "capped"],
    [["capped", "resting", "all"], "resting"],
    [["all", "all"], "all"],
  ])("of %j are reported as %s: the fewest that are drawn", async (lines, expected) => {
    const fake = await withTabs(TICKETS);
    const frames = { ...lines.map((state) => marked({ count: 1, lines: state })) };
    fake.tab(1, "https://tickets.example/1", { active: true, frames });
    expect(await tabMarks(fake.browser, fake.settings)).toMatchObject({
      found: { lines: expected },
    });
  });

  test("aren't requested if the organization doesn't allow scripts", async () => {
    const fake = await withTabs(TICKETS);
    const sitesOff = ["*://bank.example/*"];
    await fake.settings.takePolicy(async () => ({ sitesOff }));
    fake.tab(1, "https://tickets.example/1", {
      active: true,
      frames: {
        0: marked({ count: 2, lines: "all" }),
        3: { ...marked({ count: 5, lines: "resting" }), ...frameOf("https://bank.example") },
      },
    });
    expect(await tabMarks(fake.browser, fake.settings)).toEqual({
      ...ON,
      found: { count: 2, lines: "all" },
    });
  });

  test("aren't known in a page that was closed, or can't be asked", async () => {
    const fake = await withTabs(TICKETS);
    fake.tab(1, "https://tickets.example/1", { active: true, readable: false });
    expect(await tabMarks(fake.browser, fake.settings)).toEqual(ON);
  });

  test("aren't available in a PDF", async () => {
    const fake = await withTabs(TICKETS);
    const pdf = { ...marked({ count: 0, lines: "all" }), ...pdfFrame(ORIGIN) };
    fake.tab(1, "https://tickets.example/1", { active: true, frames: { 0: pdf } });
    expect(await tabMarks(fake.browser, fake.settings)).toEqual({ state: "unavailable" });
  });

  test("are off if the user hasn't requested them", async () => {
    const { browser, settings } = await withTabs(CHAT);
    expect(await tabMarks(browser, settings)).toEqual({ state: "off", pattern: TICKETS });
  });

  test("aren't available on a site that is off, or that the organization has turned off", async () => {
    const fake = await withTabs(TICKETS);
    await fake.settings.takePolicy(async () => ({
      sitesOff: ["*://tickets.example/*"],
    }));
    expect(await tabMarks(fake.browser, fake.settings)).toEqual({ state: "unavailable" });
    await fake.settings.takePolicy(async () => ({}));
    expect(await tabMarks(fake.browser, fake.settings)).toMatchObject({ state: "on" });
    await fake.takeBack(TICKETS);
    expect(await tabMarks(fake.browser, fake.settings)).toEqual({ state: "unavailable" });
  });

  test.each([
    ["there is none", "https://tickets.example/", { active: false }],
    ["it is a page of the browser", "chrome://settings", {}],
    ["the browser doesn't report its URL", "https://tickets.example/", { hasAddress: false }],
  ])("aren't available if %s", async (_, url, other) => {
    const fake = await withTabs(TICKETS);
    fake.tab(1, url, { active: true, ...other });
    expect(await tabMarks(fake.browser, fake.settings)).toEqual({ state: "unavailable" });
  });
});
