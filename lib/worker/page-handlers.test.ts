import { beforeEach, describe, expect, test } from "vitest";
import type { Cards } from "../cards/cards.ts";
import { takePolicy } from "../settings/policy-copy.ts";
import { changeSettings } from "../settings/settings.ts";
import { type FakeBrowser, fakeBrowser, settled } from "./fake-browser.ts";
import { frameOf } from "./fake-frames.ts";
import { createPageHandlers } from "./page-handlers.ts";

const TAB = 7;
const ORIGIN = "https://tickets.example";
const ada = { kind: "email", value: "ada@example.com" } as const;
const anchor = { left: 10, top: 20, width: 100, height: 16, isDirect: true };

let fake: FakeBrowser;
let asked: unknown[][];
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
  const noted =
    (name: string, reply?: unknown) =>
    async (...args: unknown[]) => {
      await settled();
      asked.push([name, ...args]);
      fake.done.push(name);
      return reply as never;
    };
  const cards: Cards = {
    prepare: noted("prepare", "ticket"),
    attach: noted("attach"),
    show: noted("show", true),
    hide: noted("hide"),
    pin: noted("pin"),
    expand: noted("expand"),
    forgetTab: noted("forgetTab"),
  };
  handlers = createPageHandlers(fake.browser, { cards });
});

const switchOff = (...sitesOff: string[]) =>
  takePolicy(fake.browser.storage.local, async () => ({ sitesOff }));

describe("a script in a page", () => {
  test("asks whether its site is on", async () => {
    const message = { type: "page/is-on" } as const;
    expect(await handlers["page/is-on"](message, sender())).toBe(true);
    await switchOff("*://tickets.example/*");
    expect(await handlers["page/is-on"](message, sender())).toBe(false);
  });

  test("whose pointer moves gets the part that looks, in its own frame, and the settings", async () => {
    await changeSettings(fake.browser.storage.local, { hoverMs: 700 });
    expect(await handlers["page/look"]({ type: "page/look" }, sender())).toEqual({
      showMs: 700,
      patterns: [],
    });
    expect(fake.done).toEqual([`put ${TAB}:3 /page-look.js`]);
  });

  test("is of the top frame where the browser names none", async () => {
    await handlers["page/look"]({ type: "page/look" }, sender({ frameId: undefined }));
    expect(fake.done).toEqual([`put ${TAB}:0 /page-look.js`]);
  });

  test("asks for lines", async () => {
    await changeSettings(fake.browser.storage.local, { marks: [`${ORIGIN}/*`] });
    expect(await handlers["marks/begin"]({ type: "marks/begin" }, sender())).toBe(true);
    expect(fake.sheets).toMatchObject([{ tabId: TAB, frameId: 3 }]);
  });

  test("has the card drawn by the top frame", async () => {
    await handlers["card/load"]({ type: "card/load" }, sender({ frameId: 0 }));
    expect(fake.done).toEqual([`put ${TAB}:0 /page-card.js`]);
  });

  test("gets a ticket for its own document", async () => {
    const reply = await handlers["card/prepare"]({ type: "card/prepare" }, sender());
    expect(reply).toEqual({ ticket: "ticket" });
    expect(asked).toEqual([["prepare", TAB, "doc"]]);
  });

  test("hears that its tab was closed, or the browser lets no script in", async () => {
    const gone = sender({ tab: { id: 9, incognito: false } });
    const message = { type: "card/load" } as const;
    await expect(handlers["card/load"](message, gone)).rejects.toThrow("No tab with id: 9.");
    await expect(handlers["card/load"](message, sender({ tab: undefined }))).rejects.toThrow(
      "id: -1",
    );
    fake.tab(TAB, `${ORIGIN}/1`, { readable: false });
    await expect(handlers["page/look"]({ type: "page/look" }, sender())).rejects.toThrow(
      "Cannot access",
    );
  });
});

describe("a card", () => {
  const show = { type: "card/show", sought: ada, pinned: true, expanded: false } as const;

  test("is shown, and then all frames told, whose keys and clicks are for it from then on", async () => {
    expect(await handlers["card/show"](show, sender())).toEqual({ shown: true });
    expect(asked).toEqual([
      ["show", TAB, ada, { pinned: true, expanded: false, isPrivate: false }],
    ]);
    expect(fake.done).toEqual(["show", `tell ${TAB} card-shown`]);
  });

  test("of a private window is said to be one", async () => {
    await handlers["card/show"](show, sender({ tab: { id: TAB, incognito: true } }));
    expect(asked[0]?.[3]).toMatchObject({ isPrivate: true });
  });

  test("is hidden, and then all frames told", async () => {
    await handlers["card/hidden"]({ type: "card/hidden" }, sender());
    expect(fake.done).toEqual(["hide", `tell ${TAB} card-hidden`]);
  });

  test("is shown and hidden though nobody hears of it any more", async () => {
    fake.tabs.clear();
    expect(await handlers["card/show"](show, sender())).toEqual({ shown: true });
    await handlers["card/hidden"]({ type: "card/hidden" }, sender());
    expect(asked.map(([name]) => name)).toEqual(["show", "hide"]);
  });
});

describe("what a person does in a frame inside the page", () => {
  const input = (what: object) => ({ type: "frame/input", input: what }) as never;

  test("is handed to the top frame; a place with the tab's zoom, which nothing else needs", async () => {
    const over = { type: "over", sought: ada, anchor, time: 5 };
    await handlers["frame/input"](input(over), sender());
    await handlers["frame/input"](input({ type: "away", time: 6 }), sender());
    expect(fake.told).toEqual([
      { tabId: TAB, frameId: 0, message: { type: "frame-input", input: over, zoom: 1.5 } },
      {
        tabId: TAB,
        frameId: 0,
        message: { type: "frame-input", input: { type: "away", time: 6 }, zoom: 1 },
      },
    ]);
  });

  test("is handed on unmagnified where the zoom is not known", async () => {
    fake.browser.tabs.getZoom = () => Promise.reject(new Error("No tab with id: 7."));
    await handlers["frame/input"](input({ type: "over", sought: ada, anchor, time: 5 }), sender());
    expect(fake.told).toMatchObject([{ message: { zoom: 1 } }]);
  });

  test("is lost where the page's own site is not on, or the tab was closed", async () => {
    fake.tab(TAB, `${ORIGIN}/1`, { listens: false });
    await handlers["frame/input"](input({ type: "dismiss" }), sender());
    fake.tabs.clear();
    await handlers["frame/input"](input({ type: "over", sought: ada, anchor, time: 5 }), sender());
    expect(fake.told).toEqual([]);
  });
});

describe("where the organization has switched a site off", () => {
  const messages = {
    "marks/begin": { type: "marks/begin" },
    "page/look": { type: "page/look" },
    "card/load": { type: "card/load" },
    "card/prepare": { type: "card/prepare" },
    "card/show": { type: "card/show", sought: ada, pinned: false, expanded: false },
    "frame/input": { type: "frame/input", input: { type: "dismiss" } },
  };

  test.each(Object.entries(messages))(
    "%s is not answered, and nothing is done",
    async (name, message) => {
      await changeSettings(fake.browser.storage.local, { marks: [`${ORIGIN}/*`] });
      const handle = (from: object) =>
        (handlers as unknown as Record<string, (m: unknown, s: unknown) => Promise<unknown>>)[
          name
        ]?.(message, from);
      await switchOff("*://tickets.example/*");
      expect(await handle(sender())).toBeUndefined();
      // A frame of another site in such a page, too.
      const inside = sender({ origin: "https://chat.example", url: "https://chat.example/" });
      expect(await handle(inside)).toBeUndefined();
      expect([...fake.done, ...asked, ...fake.sheets]).toEqual([]);
      await switchOff();
      await handle(sender());
      expect([...fake.done, ...asked, ...fake.sheets]).not.toEqual([]);
    },
  );

  test("a card that stands there can still be hidden", async () => {
    await switchOff("*://tickets.example/*");
    await handlers["card/hidden"]({ type: "card/hidden" }, sender());
    expect(asked).toEqual([["hide", TAB]]);
  });
});
