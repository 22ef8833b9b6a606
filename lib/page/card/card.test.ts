// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { PageSettings } from "../../contract/page-settings.ts";
import { HOVER_HIDE_MS, HOVER_SHOW_MS } from "../../limits.ts";
import { fakeBackground, fakeLifetime } from "../fake-background.ts";
import type { CardPart } from "../in-top-frame.ts";
import { createKeyboard } from "../keyboard/keyboard.ts";
import type { LookPart } from "../look-part.ts";
import type { PointerPlace } from "../pointer.ts";
import { createCard } from "./card.ts";
import type { CardHost, CardHostParts } from "./card-host.ts";
import { mention } from "./fake-mention.ts";
import type { HostCondition } from "./host-condition.ts";
import { MEANT_MS } from "./rest.ts";

/** Tests how the card collects input and performs effects. What it decides is tested with card-machine.ts. */

const CARD_URL = "chrome-extension://abc/card.html";

/** What happened to the host, and what was sent, in order. */
let done: unknown[] = [];
let painted: (() => Promise<{ painted: boolean }>) | undefined;
let ticket: string | undefined;
let settings: PageSettings | undefined;
let lifetime = fakeLifetime();
let hostParts: CardHostParts | undefined;
let hasFocus = false;
let condition: HostCondition = "usable";
let hasHost = true;
const box = { left: 0, top: 16, width: 400, height: 300 };

const ada = mention("ada@example.com", 0, document.createElement("b"));
const grace = mention("grace@example.com", 200, document.createElement("i"));
const { query } = ada;

function fakeHost(parts: CardHostParts): CardHost {
  hostParts = parts;
  const note =
    (what: string) =>
    (...more: unknown[]) =>
      void done.push([what, ...more]);
  return {
    async ready(near) {
      note("ready")(near);
      return hasHost;
    },
    draw: note("draw"),
    place: note("place"),
    resize: note("resize"),
    reveal: note("reveal"),
    hide: note("hide"),
    focus: note("focus"),
    hasFocus: () => hasFocus,
    giveBackFocus: note("giveBackFocus"),
    box: () => box,
    condition(near) {
      note("condition")(near);
      return condition;
    },
    owns: (target) => target === null,
    remove: note("remove"),
  };
}

/** Returns what has been done since the last call. */
const news = () => done.splice(0);

/** Lets pending work finish. */
const settled = () => vi.advanceTimersByTimeAsync(0);

/** A pointer place, by default at the current time. */
const at = (y: number, time = Date.now()): PointerPlace => ({
  x: 20,
  y,
  screenX: 20,
  screenY: y,
  time,
  holds: () => false,
});

function start(pointer?: PointerPlace): CardPart {
  const background = fakeBackground({
    issueTicket: () => (ticket === undefined ? undefined : { ticket }),
    fillCard: () => painted?.(),
  });
  const { send } = background;
  const noting: typeof send = (name, ...carried) => {
    done.push([name, ...carried]);
    return send(name, ...carried);
  };
  const part = { settings: () => settings } as LookPart;
  return createCard({ background: { send: noting }, lifetime, part, pointer }, fakeHost);
}

async function opened(by: "keyboard" | "menu" = "menu"): Promise<CardPart> {
  const card = start();
  card.ask(ada, by);
  await settled();
  news();
  return card;
}

async function pinnedCard(by: "keyboard" | "menu" = "menu"): Promise<CardPart> {
  const card = await opened(by);
  card.handlers.pinCard({ pinned: true });
  return card;
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("keycardLookupKeyboard", createKeyboard());
  vi.stubGlobal("chrome", {
    runtime: { getURL: (path: string) => `chrome-extension://abc/${path}` },
  });
  done = [];
  painted = async () => ({ painted: true });
  ticket = "a-ticket";
  settings = undefined;
  lifetime = fakeLifetime();
  hasFocus = false;
  hasHost = true;
  condition = "usable";
  document.body.replaceChildren(ada.element, grace.element);
});

afterEach(() => {
  lifetime.end();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** The calls that make a card visible. */
const SEEN = [["reveal"], ["showCard"]];

const FILL = { query, pinned: false, expanded: false, again: false };

describe("from hovering to the card", () => {
  test("shows nothing in a sandboxed page, where the card would stay empty", async () => {
    vi.stubGlobal("origin", "null");
    const card = start();
    card.over(ada, at(5));
    const anchor = { left: 0, top: 0, width: 9, height: 9, isDirect: true };
    const time = Date.now();
    card.handlers.frameInput({ input: { type: "over", query, anchor, time }, zoom: 1 });
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS);
    expect(news()).toEqual([]);
    card.handlers.frameInvoked({ by: "keyboard", query, anchor, zoom: 1 });
    await settled();
    expect([card.isOpen(), news()]).toEqual([false, [["emptyCard", { hadFocus: false }]]]);
  });

  test("warms up the frame, then draws, fills and reveals it", async () => {
    const card = start();
    expect(card.element()).toBeUndefined();
    card.over(ada, at(5));
    expect(news()).toEqual([["ready", ada.element]]);
    expect([card.isOpen(), card.element()]).toEqual([false, ada.element]);
    await vi.advanceTimersByTimeAsync(MEANT_MS - 1);
    expect(news()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(news()).toEqual([
      ["hide"],
      ["ready", ada.element],
      ["draw", ada.box, false],
      ["fillCard", FILL],
    ]);
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS - MEANT_MS - 1);
    expect([card.isOpen(), news()]).toEqual([false, []]);
    await vi.advanceTimersByTimeAsync(1);
    expect(news()).toEqual([["place", ada.box, false], ...SEEN]);
    expect([card.isOpen(), card.element()]).toEqual([true, ada.element]);
  });

  test("counts the time that the pointer rested while this part was loaded", async () => {
    start().over(ada, { ...at(5), since: performance.now() - 30 });
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS - 31);
    expect(news()).not.toContainEqual(["reveal"]);
    await vi.advanceTimersByTimeAsync(2);
    expect(news()).toContainEqual(["reveal"]);
  });

  test("waits for the delay of the settings", async () => {
    settings = { showMs: 700, patterns: [] };
    start().over(ada, at(5));
    await vi.advanceTimersByTimeAsync(699);
    expect(news()).not.toContainEqual(["reveal"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(news()).toContainEqual(["reveal"]);
  });

  test("shows nothing if the word is gone by then, or if the pointer has left it", async () => {
    const card = start();
    const isThere = vi.spyOn(ada, "isThere").mockReturnValue(false);
    card.over(ada, at(5));
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS);
    isThere.mockReturnValue(true);
    card.over(ada, at(5));
    card.away(at(400));
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS);
    expect(news()).toEqual([
      ["ready", ada.element],
      ["ready", ada.element],
    ]);
  });

  test("makes the frame forget who it was prepared for when the pointer leaves", async () => {
    const card = start();
    card.over(ada, at(5));
    await vi.advanceTimersByTimeAsync(MEANT_MS);
    news();
    card.away(at(400));
    expect(news()).toEqual([["hide"], ["emptyCard", { hadFocus: false }]]);
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS);
    expect(news()).toEqual([]);
  });

  test("looks up the next person while the card still shows someone else", async () => {
    const card = await opened();
    card.over(grace, at(5));
    await vi.advanceTimersByTimeAsync(MEANT_MS);
    expect(news()).toEqual([["prefetch", { query: grace.query }]]);
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS - MEANT_MS);
    expect(news()).toContainEqual(["fillCard", { ...FILL, query: grace.query }]);
  });

  test("a second wait replaces the first", async () => {
    const card = start();
    card.over(ada, at(5));
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS - 50);
    card.over(grace, at(5));
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS - 1);
    expect(card.isOpen()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(card.element()).toBe(grace.element);
  });

  test("closes some time after the pointer has left, unless it is on its way to the card", async () => {
    const card = start();
    card.over(ada, at(5));
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS);
    news();
    card.away(at(12));
    await vi.advanceTimersByTimeAsync(HOVER_HIDE_MS - 50);
    card.away(at(14));
    await vi.advanceTimersByTimeAsync(HOVER_HIDE_MS - 1);
    expect(news()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(news()).toEqual([["hide"], ["emptyCard", { hadFocus: false }]]);
  });

  test("ignores late events from before this part was loaded", () => {
    const card = start(at(5, 5_000));
    const anchor = { left: 0, top: 0, width: 9, height: 9, isDirect: true };
    const overAt = (time: number) =>
      card.handlers.frameInput({ input: { type: "over", query, anchor, time }, zoom: 1 });
    overAt(5_000);
    expect(card.element()).toBeUndefined();
    overAt(5_001);
    expect(card.element()).toBeDefined();
  });

  test("ignores late events from before the pointer was seen here", () => {
    const card = start();
    card.seen(at(5, 5_000));
    const anchor = { left: 0, top: 0, width: 9, height: 9, isDirect: true };
    card.handlers.frameInput({ input: { type: "over", query, anchor, time: 5_000 }, zoom: 1 });
    expect(card.element()).toBeUndefined();
  });
});

describe("the frame", () => {
  test("has its own ticket, for the same page each time", async () => {
    start();
    expect(await hostParts?.frameUrl()).toBe(`${CARD_URL}#a-ticket`);
    ticket = "another";
    expect(await hostParts?.frameUrl()).toBe(`${CARD_URL}#another`);
    const pages = news().map((sent) => (sent as [string, { page: number }])[1].page);
    expect(pages).toEqual([expect.any(Number), pages[0]]);
    start();
    await hostParts?.frameUrl();
    expect(news()).not.toEqual([["issueTicket", { page: pages[0] }]]);
  });

  test("doesn't exist without a ticket", async () => {
    ticket = undefined;
    start();
    expect(await hostParts?.frameUrl()).toBeUndefined();
    hasHost = false;
    const card = start();
    card.ask(ada, "menu");
    await settled();
    expect(card.isOpen()).toBe(false);
  });

  test.each([
    ["is stuck", async () => ({ painted: false })],
    ["the background doesn't know", undefined],
  ])("that %s is replaced by a new one, once", async (_, reply) => {
    painted = reply;
    start().ask(ada, "menu");
    await settled();
    expect(news()).toEqual([
      ["hide"],
      ["ready", ada.element],
      ["draw", ada.box, false],
      ["fillCard", FILL],
      ["remove"],
      ["ready", ada.element],
      ["draw", ada.box, false],
      ["fillCard", { ...FILL, again: true }],
      ...SEEN,
    ]);
  });

  test("is waited for, and not replaced, while it is slow", async () => {
    let paint = () => {};
    painted = () =>
      new Promise((resolve) => {
        paint = () => resolve({ painted: true });
      });
    start().ask(ada, "menu");
    await vi.advanceTimersByTimeAsync(4_000);
    expect(news()).toHaveLength(4);
    paint();
    await settled();
    expect(news()).toEqual(SEEN);
  });
});

describe("keyboard focus", () => {
  const placeIn = (element: Element) => expect.objectContaining({ element });

  const field = () => {
    const input = document.createElement("input");
    // Otherwise, one field would equal another.
    input.id = `field-${document.body.childElementCount}`;
    document.body.append(input);
    input.focus();
    return input;
  };

  test("moves into the card that the command opened, and back to where it was", async () => {
    const before = field();
    const card = start();
    card.ask(ada, "keyboard");
    await settled();
    expect(news().slice(-3)).toEqual([...SEEN, ["focus"]]);
    hasFocus = true;
    card.dismiss();
    expect(news()).toEqual([
      ["hide"],
      ["giveBackFocus", placeIn(before)],
      ["emptyCard", { hadFocus: false }],
    ]);
  });

  test("returns to the frame that had it last, but not to one that it has left since", async () => {
    const frame = document.createElement("iframe");
    const comment = document.createElement("input");
    comment.id = "comment";
    const focused = vi.spyOn(document, "activeElement", "get");
    for (const [last, hadFocusOfFrame] of [
      [frame, true],
      [comment, false],
    ] as const) {
      focused.mockReturnValue(frame);
      hasFocus = false;
      const card = await pinnedCard("keyboard");
      focused.mockReturnValue(last);
      hostParts?.onPointer();
      hasFocus = true;
      card.handlers.closeCard({});
      expect(news().at(-1)).toEqual(["emptyCard", { hadFocus: hadFocusOfFrame }]);
    }
  });

  test("stays where it is if the card doesn't have it", async () => {
    field();
    const card = await opened();
    card.dismiss();
    expect(news()).toEqual([["hide"], ["emptyCard", { hadFocus: false }]]);
  });

  test("the keys are held by the part that asked, until the card has the focus or is closed", async () => {
    const release = vi.fn();
    vi.stubGlobal("keycardLookupKeyboard", { ...createKeyboard(), release });
    const card = start();
    card.ask(ada, "keyboard");
    expect(release).not.toHaveBeenCalled();
    await settled();
    expect(release).toHaveBeenCalledOnce();
    card.dismiss();
    expect(release).toHaveBeenCalledTimes(2);
  });

  test("returns to where it was when the pointer entered the card, where a click may take it", async () => {
    const card = await opened();
    const before = field();
    hostParts?.onPointer();
    hasFocus = true;
    field();
    hostParts?.onPointer();
    card.handlers.closeCard({});
    expect(news()).toEqual([
      ["hide"],
      ["giveBackFocus", placeIn(before)],
      ["emptyCard", { hadFocus: false }],
    ]);
  });

  test("returns to where it was before a frame took it along", async () => {
    const before = field();
    const card = await pinnedCard("keyboard");
    before.blur();
    condition = "gone";
    hostParts?.onWatch();
    await settled();
    expect(news().slice(-3)).toEqual([...SEEN, ["focus"]]);
    hasFocus = true;
    card.handlers.closeCard({});
    expect(news()).toContainEqual(["giveBackFocus", placeIn(before)]);
  });

  test("doesn't return to a restored card from where the user is typing", async () => {
    await pinnedCard("keyboard");
    field();
    condition = "gone";
    hostParts?.onWatch();
    await settled();
    expect(news().slice(-2)).toEqual(SEEN);
  });

  test("the place recorded for an earlier card is forgotten", async () => {
    const before = field();
    (await opened("keyboard")).dismiss();
    before.blur();
    const card = await opened("keyboard");
    hasFocus = true;
    card.dismiss();
    expect(news()).toContainEqual(["giveBackFocus", placeIn(document.body)]);
  });

  test("stays put if the place where it was no longer exists", async () => {
    const before = field();
    const card = await pinnedCard("keyboard");
    before.remove();
    condition = "gone";
    hostParts?.onWatch();
    await settled();
    hasFocus = true;
    card.handlers.closeCard({});
    expect(news()).toContainEqual(["giveBackFocus", placeIn(document.body)]);
  });
});

describe("watching", () => {
  test("measures nothing if nothing is shown", () => {
    const card = start();
    card.over(ada, at(5));
    news();
    hostParts?.onWatch();
    expect(news()).toEqual([]);
  });

  test("closes an open card whose word is gone", async () => {
    const card = await opened();
    hostParts?.onWatch();
    expect(news()).toEqual([["condition", ada.element]]);
    vi.spyOn(ada, "isThere").mockReturnValue(false);
    hostParts?.onWatch();
    expect(card.isOpen()).toBe(false);
  });

  test("restores a pinned card that the page has hidden, without sending any message", async () => {
    await pinnedCard();
    condition = "displaced";
    hostParts?.onWatch();
    await settled();
    expect(news()).toEqual([
      ["condition", ada.element],
      ["place", ada.box, false],
    ]);
  });

  test("replaces a pinned card that the page has removed, with the answer that it had", async () => {
    await pinnedCard();
    condition = "gone";
    hostParts?.onWatch();
    await settled();
    expect(news()).toEqual([
      ["condition", ada.element],
      ["remove"],
      ["ready", ada.element],
      ["draw", ada.box, false],
      ["fillCard", { ...FILL, pinned: true, again: true }],
      ...SEEN,
    ]);
  });

  test("does nothing once the extension is gone", async () => {
    await pinnedCard();
    condition = "gone";
    lifetime.end();
    news();
    hostParts?.onWatch();
    expect(news()).toEqual([]);
  });
});

describe("messages from the background", () => {
  test("about the card", async () => {
    const card = await opened();
    card.handlers.resizeCard({ expanded: true });
    expect(news()).toEqual([["resize", ada.box, true]]);
    card.handlers.pinCard({ pinned: true });
    card.dismiss();
    expect(card.isOpen()).toBe(false);
    card.handlers.pinCard({ pinned: false });
    expect(card.isOpen()).toBe(true);
    card.handlers.closeCard({});
    expect(news()).toEqual([["hide"], ["emptyCard", { hadFocus: false }]]);
  });

  test("the pointer is in the card: it stays open", async () => {
    const card = start();
    card.over(ada, at(5));
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS);
    card.away(at(12));
    await vi.advanceTimersByTimeAsync(50);
    card.handlers.pointerInCard({ time: Date.now() });
    await vi.advanceTimersByTimeAsync(HOVER_HIDE_MS);
    expect(card.isOpen()).toBe(true);
    card.away(at(400));
    await vi.advanceTimersByTimeAsync(HOVER_HIDE_MS);
    expect(card.isOpen()).toBe(false);
  });

  test("the browser reports the pointer entering the frame: it stays open", async () => {
    const card = await opened();
    await vi.advanceTimersByTimeAsync(1_000);
    hostParts?.onPointer();
    const time = Date.now();
    for (const [seenAt, isOpen] of [
      [time - 100, true],
      [time + 100, false],
    ] as const) {
      card.handlers.frameInput({ input: { type: "away", time: seenAt }, zoom: 1 });
      await vi.advanceTimersByTimeAsync(HOVER_HIDE_MS);
      expect(card.isOpen()).toBe(isOpen);
    }
  });

  test("a sub-frame reports a hovered mention, no mention, and an Esc", async () => {
    const card = start();
    const anchor = { left: 10, top: 20, width: 30, height: 40, isDirect: true };
    const time = Date.now();
    card.handlers.frameInput({ input: { type: "over", query, anchor, time }, zoom: 1 });
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS);
    expect(news()).toContainEqual([
      "draw",
      expect.objectContaining({ left: 10, top: 20, width: 30, height: 40 }),
      false,
    ]);
    for (const input of [{ type: "away" }, { type: "away", time: time + 9 }] as const) {
      card.ask(ada, "menu");
      card.over(ada, at(5));
      card.handlers.frameInput({ input, zoom: 1 });
      await vi.advanceTimersByTimeAsync(HOVER_HIDE_MS);
      expect(card.isOpen()).toBe(false);
    }
    card.ask(ada, "menu");
    card.handlers.frameInput({ input: { type: "dismiss" }, zoom: 1 });
    expect(card.isOpen()).toBe(false);
  });

  test("a sub-frame reports when the pointer was seen there, outside the card", async () => {
    const card = await opened();
    const time = Date.now();
    card.handlers.pointerInCard({ time });
    for (const seenAt of [undefined, time - 100, time + 100]) {
      expect(card.isOpen()).toBe(true);
      const input = seenAt === undefined ? {} : { time: seenAt };
      card.handlers.frameInput({ input: { type: "away", ...input }, zoom: 1 });
      await vi.advanceTimersByTimeAsync(HOVER_HIDE_MS);
    }
    expect(card.isOpen()).toBe(false);
  });

  test("a sub-frame reports who the command asks for", async () => {
    const card = start();
    const anchor = { left: 10, top: 20, width: 30, height: 40, isDirect: true };
    card.handlers.frameInvoked({ by: "keyboard", query, anchor, zoom: 1 });
    await settled();
    expect(news().slice(-4)).toEqual([["fillCard", FILL], ...SEEN, ["focus"]]);
    expect(card.element()).toBe(document.documentElement);
    // That mention is valid as long as the page is there.
    hostParts?.onWatch();
    expect(card.isOpen()).toBe(true);
  });
});

describe("the page", () => {
  test("is resized: a pinned card is placed inside it, any other closes", async () => {
    const card = await pinnedCard();
    dispatchEvent(new Event("resize"));
    expect(news()).toEqual([["place", ada.box, false]]);
    card.handlers.pinCard({ pinned: false });
    dispatchEvent(new Event("resize"));
    expect(card.isOpen()).toBe(false);
  });

  test("is left: nothing of the extension stays", async () => {
    const card = await pinnedCard();
    card.drop();
    expect(news()).toEqual([["hide"], ["emptyCard", { hadFocus: false }], ["remove"]]);
    expect(card.element()).toBeUndefined();
  });

  test("is about to be left, as the browser announces; but not for an anchor in it, a download or a mail link", async () => {
    const navigation = new EventTarget();
    vi.stubGlobal("navigation", navigation);
    const go = (url: string, sameDocument: boolean, downloadRequest: string | null) =>
      navigation.dispatchEvent(
        Object.assign(new Event("navigate"), {
          destination: { url, sameDocument },
          downloadRequest,
        }),
      );
    await pinnedCard();
    go("https://example.com/#reply", true, null);
    go("https://example.com/file", false, "file");
    go("mailto:ada@example.com", false, null);
    expect(news()).toEqual([]);
    go("https://example.com/", false, null);
    expect(news()).toEqual([["hide"], ["emptyCard", { hadFocus: false }], ["remove"]]);
  });

  test("recognizes the host by its element", () => {
    const card = start();
    expect([card.owns(null), card.owns(document.body)]).toEqual([true, false]);
  });
});

test("the script ends: the host is removed, and nothing more is done", async () => {
  let paint = () => {};
  painted = () =>
    new Promise((resolve) => {
      paint = () => resolve({ painted: true });
    });
  const card = await opened();
  card.over(grace, at(5));
  lifetime.end();
  expect(news()).toEqual([["remove"]]);
  paint();
  card.ask(ada, "menu");
  dispatchEvent(new Event("resize"));
  await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS);
  expect(news()).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
