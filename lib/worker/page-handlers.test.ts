import { beforeEach, describe, expect, test } from "vitest";
import type { Cards } from "../cards/cards.ts";
import { type FakeBrowser, fakeBrowser, settled } from "./fake-browser.ts";
import { frameOf } from "./fake-frames.ts";
import { createPageHandlers } from "./page-handlers.ts";

const TAB = 7;
const ORIGIN = "https://tickets.example";
const ada = { kind: "email", value: "ada@example.com" } as const;
const anchor = { left: 10, top: 20, width: 100, height: 16, isDirect: true };

let fake: FakeBrowser;
let asked: unknown[][];
let pinned: boolean;
let handlers: ReturnType<typeof createPageHandlers>;

/** The content script of a frame. */
const sender = (other: object = {}) => ({
  id: "extension",
  origin: ORIGIN,
  url: `${ORIGIN}/1`,
  frameId: 3,
  documentId: "doc",
  tab: { id: TAB, url: `${ORIGIN}/1`, incognito: false },
  ...other,
});

beforeEach(async () => {
  fake = fakeBrowser();
  fake.tab(TAB, `${ORIGIN}/1`, { zoom: 1.5, frames: { 3: frameOf(ORIGIN) } });
  await fake.grant(`${ORIGIN}/*`);
  asked = [];
  pinned = false;
  const noted =
    (name: string, reply?: unknown) =>
    async (...args: unknown[]) => {
      await settled();
      asked.push([name, ...args]);
      fake.done.push(name);
      return reply as never;
    };
  const cards: Cards = {
    issueTicket: noted("issueTicket", "ticket"),
    attach: noted("attach"),
    fill: noted("fill", true),
    prefetch: noted("prefetch"),
    isPinned: async () => pinned,
    show: noted("show"),
    empty: noted("empty"),
    stand: noted("stand"),
    keyed: noted("keyed"),
    forgetTab: noted("forgetTab"),
  };
  handlers = createPageHandlers(fake.browser, { cards, settings: fake.settings });
});

const switchOff = (...sitesOff: string[]) => fake.settings.takePolicy(async () => ({ sitesOff }));

describe("a script in a page", () => {
  test("asks whether its site is on", async () => {
    expect(await handlers.isSiteOn({}, sender())).toBe(true);
    await switchOff("*://tickets.example/*");
    expect(await handlers.isSiteOn({}, sender())).toBe(false);
  });

  test("gets the part that looks, in its own frame, and the settings when its pointer moves", async () => {
    await fake.settings.change({ hoverMs: 700 });
    expect(await handlers.loadLook({}, sender())).toEqual({
      showMs: 700,
      patterns: [],
    });
    expect(fake.done).toEqual([`put ${TAB}:3 /page-mentions.js /page-look.js`]);
  });

  test("gets the part that looks further, in its own frame, when no mention is hovered", async () => {
    await handlers.loadBehind({}, sender());
    expect(fake.done).toEqual([`put ${TAB}:3 /page-behind.js`]);
  });

  test("is in the top frame if the browser doesn't name one", async () => {
    await handlers.loadLook({}, sender({ frameId: undefined }));
    expect(fake.done).toEqual([`put ${TAB}:0 /page-mentions.js /page-look.js`]);
  });

  test("asks for underlines", async () => {
    await fake.settings.change({ marks: [`${ORIGIN}/*`] });
    expect(await handlers.beginMarks({}, sender())).toBe(true);
    expect(fake.sheets).toMatchObject([{ tabId: TAB, frameId: 3 }]);
  });

  test("has the card drawn by the top frame", async () => {
    await handlers.loadCard({}, sender({ frameId: 0 }));
    expect(fake.done).toEqual([`put ${TAB}:0 /page-keyboard.js /page-card.js`]);
  });

  test("gets a ticket for its own document", async () => {
    const reply = await handlers.issueTicket({ page: 0.5 }, sender());
    expect(reply).toEqual({ ticket: "ticket" });
    expect(asked).toEqual([["issueTicket", TAB, 0.5]]);
  });

  test("is told if its tab was closed, or the browser doesn't allow scripts", async () => {
    const gone = sender({ tab: { id: 9, incognito: false } });
    await expect(handlers.loadCard({}, gone)).rejects.toThrow("No tab with id: 9.");
    await expect(handlers.loadCard({}, sender({ tab: undefined }))).rejects.toThrow("id: -1");
    fake.tab(TAB, `${ORIGIN}/1`, { readable: false });
    await expect(handlers.loadLook({}, sender())).rejects.toThrow("Cannot access");
  });
});

describe("a card", () => {
  const show = { query: ada, pinned: true, expanded: false, again: true } as const;

  test("is filled without telling frames, because it may not be visible yet", async () => {
    expect(await handlers.fillCard(show, sender())).toEqual({ painted: true });
    expect(asked).toEqual([
      ["fill", TAB, { query: ada, pinned: true, expanded: false, isPrivate: false }, true],
    ]);
    expect(fake.done).toEqual(["fill"]);
  });

  test("tells all frames when it is shown, whose keys and clicks are for it from then on", async () => {
    await handlers.showCard({}, sender());
    expect(asked).toEqual([["show", TAB]]);
    expect(fake.done.toSorted()).toEqual(["show", `tell ${TAB} cardOpened`]);
    pinned = true;
    await handlers.showCard({}, sender());
    expect(fake.told.map(({ message }) => message)).toEqual([
      { type: "cardOpened", pinned: false },
      { type: "cardOpened", pinned: true },
    ]);
  });

  test("looks up someone to whom it may change, but not from a private window", async () => {
    await handlers.prefetch({ query: ada }, sender());
    expect(asked).toEqual([["prefetch", TAB, ada]]);
    await handlers.prefetch({ query: ada }, sender({ tab: { id: TAB, incognito: true } }));
    expect(asked).toHaveLength(1);
  });

  test("is marked as private in a private window", async () => {
    await handlers.fillCard(show, sender({ tab: { id: TAB, incognito: true } }));
    expect(asked[0]?.[2]).toMatchObject({ isPrivate: true });
  });

  test("tells all frames when it is hidden", async () => {
    await handlers.emptyCard({ hadFocus: true }, sender());
    expect(fake.done).toEqual([`tell ${TAB} cardClosed`, "empty"]);
  });

  test("can be shown and hidden even if no one is listening any more", async () => {
    fake.tabs.clear();
    await handlers.showCard({}, sender());
    await handlers.emptyCard({ hadFocus: true }, sender());
    expect(asked.map(([name]) => name)).toEqual(["show", "empty"]);
  });
});

describe("user input in a sub-frame", () => {
  const input = (what: object) => ({ input: what }) as never;

  test("is forwarded to the top frame; a place with the tab's zoom, which nothing else needs", async () => {
    const over = { type: "over", query: ada, anchor, time: 5 };
    await handlers.tellTopFrame(input(over), sender());
    await handlers.tellTopFrame(input({ type: "away", time: 6 }), sender());
    expect(fake.told).toEqual([
      { tabId: TAB, frameId: 0, message: { type: "frameInput", input: over, zoom: 1.5 } },
      {
        tabId: TAB,
        frameId: 0,
        message: { type: "frameInput", input: { type: "away", time: 6 }, zoom: 1 },
      },
    ]);
  });

  test("is forwarded without zoom if that isn't known", async () => {
    fake.browser.tabs.getZoom = () => Promise.reject(new Error("No tab with id: 7."));
    await handlers.tellTopFrame(input({ type: "over", query: ada, anchor, time: 5 }), sender());
    expect(fake.told).toMatchObject([{ message: { zoom: 1 } }]);
  });

  test("is dropped if the page's own site isn't on, or the tab was closed", async () => {
    fake.tab(TAB, `${ORIGIN}/1`, { listens: false });
    await handlers.tellTopFrame(input({ type: "dismiss" }), sender());
    fake.tabs.clear();
    await handlers.tellTopFrame(input({ type: "over", query: ada, anchor, time: 5 }), sender());
    expect(fake.told).toEqual([]);
  });
});

describe("on a site that the organization has turned off", () => {
  const messages = {
    beginMarks: {},
    loadLook: {},
    loadCard: {},
    issueTicket: { page: 0.5 },
    fillCard: { query: ada, pinned: false, expanded: false, again: false },
    tellTopFrame: { input: { type: "dismiss" } },
  };

  test.each(Object.entries(messages))(
    "%s isn't answered, and does nothing",
    async (name, message) => {
      await fake.settings.change({ marks: [`${ORIGIN}/*`] });
      const handle = (from: object) =>
        (handlers as unknown as Record<string, (m: unknown, s: unknown) => Promise<unknown>>)[
          name
        ]?.(message, from);
      await switchOff("*://tickets.example/*");
      expect(await handle(sender())).toBeUndefined();
      // The same for a frame of another site in such a page.
      const inside = sender({ origin: "https://chat.example", url: "https://chat.example/" });
      expect(await handle(inside)).toBeUndefined();
      expect([...fake.done, ...asked, ...fake.sheets]).toEqual([]);
      await switchOff();
      await handle(sender());
      expect([...fake.done, ...asked, ...fake.sheets]).not.toEqual([]);
    },
  );

  test("an open card can still be hidden", async () => {
    await switchOff("*://tickets.example/*");
    await handlers.emptyCard({ hadFocus: true }, sender());
    expect(asked).toEqual([["empty", TAB]]);
  });
});
