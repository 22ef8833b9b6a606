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

/** What the card's eyes and hands do; what they are told to is tested with card-machine.ts. */

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

/** What was done since it was read last. */
const news = () => done.splice(0);

/** Lets what is under way come to its end. */
const settled = () => vi.advanceTimersByTimeAsync(0);

/** Where the pointer is, now unless it is said. */
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
  card.hears.pinCard({ pinned: true });
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

/** What lets a card be seen. */
const SEEN = [["reveal"], ["showCard"]];

const FILL = { query, pinned: false, expanded: false, again: false };

describe("from the pointer to the card", () => {
  test("nothing in a page with a sandbox around it, where the card would stand empty", async () => {
    vi.stubGlobal("origin", "null");
    const card = start();
    card.over(ada, at(5));
    const anchor = { left: 0, top: 0, width: 9, height: 9, isDirect: true };
    const time = Date.now();
    card.hears.frameInput({ input: { type: "over", query, anchor, time }, zoom: 1 });
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS);
    expect(news()).toEqual([]);
    card.hears.frameInvoked({ by: "keyboard", query, anchor, zoom: 1 });
    await settled();
    expect([card.isOpen(), news()]).toEqual([false, [["emptyCard", { hadFocus: false }]]]);
  });

  test("the frame warms up, then it is drawn, filled and seen", async () => {
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

  test("in the time that is set", async () => {
    settings = { showMs: 700, patterns: [] };
    start().over(ada, at(5));
    await vi.advanceTimersByTimeAsync(699);
    expect(news()).not.toContainEqual(["reveal"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(news()).toContainEqual(["reveal"]);
  });

  test("not if the word is gone by then, nor if the pointer has left it", async () => {
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

  test("a pointer that leaves has the frame forget whom it was told of ahead", async () => {
    const card = start();
    card.over(ada, at(5));
    await vi.advanceTimersByTimeAsync(MEANT_MS);
    news();
    card.away(at(400));
    expect(news()).toEqual([["hide"], ["emptyCard", { hadFocus: false }]]);
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS);
    expect(news()).toEqual([]);
  });

  test("whom the card may go over to is looked up while it still shows somebody else", async () => {
    const card = await opened();
    card.over(grace, at(5));
    await vi.advanceTimersByTimeAsync(MEANT_MS);
    expect(news()).toEqual([["foresee", { query: grace.query }]]);
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS - MEANT_MS);
    expect(news()).toContainEqual(["fillCard", { ...FILL, query: grace.query }]);
  });

  test("a second wait takes the place of the first", async () => {
    const card = start();
    card.over(ada, at(5));
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS - 50);
    card.over(grace, at(5));
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS - 1);
    expect(card.isOpen()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(card.element()).toBe(grace.element);
  });

  test("it closes some time after the pointer has left, unless that is on its way to the card", async () => {
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

  test("late news from before this part was loaded are late here too", () => {
    const card = start(at(5, 5_000));
    const anchor = { left: 0, top: 0, width: 9, height: 9, isDirect: true };
    const overAt = (time: number) =>
      card.hears.frameInput({ input: { type: "over", query, anchor, time }, zoom: 1 });
    overAt(5_000);
    expect(card.element()).toBeUndefined();
    overAt(5_001);
    expect(card.element()).toBeDefined();
  });

  test("so are those from before it was seen here", () => {
    const card = start();
    card.seen(at(5, 5_000));
    const anchor = { left: 0, top: 0, width: 9, height: 9, isDirect: true };
    card.hears.frameInput({ input: { type: "over", query, anchor, time: 5_000 }, zoom: 1 });
    expect(card.element()).toBeUndefined();
  });
});

describe("the frame", () => {
  test("has a ticket of its own, of a page that is the same each time", async () => {
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

  test("there is none without a ticket", async () => {
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
    ["is not known to the background", undefined],
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

  test("that is slow is waited for, and not replaced", async () => {
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

describe("the keyboard", () => {
  const placeIn = (element: Element) => expect.objectContaining({ element });

  const field = () => {
    const input = document.createElement("input");
    // Else one is equal to another.
    input.id = `field-${document.body.childElementCount}`;
    document.body.append(input);
    input.focus();
    return input;
  };

  test("goes into the card that it asked for, and back to where it was", async () => {
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

  test("goes back to the frame that it was in last, and to none that it has left since", async () => {
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
      card.hears.closeCard({});
      expect(news().at(-1)).toEqual(["emptyCard", { hadFocus: hadFocusOfFrame }]);
    }
  });

  test("stays where it is when it is not in the card", async () => {
    field();
    const card = await opened();
    card.dismiss();
    expect(news()).toEqual([["hide"], ["emptyCard", { hadFocus: false }]]);
  });

  test("keys are held by the part that asked, until the card has it or is closed", async () => {
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

  test("goes back to where it was when the pointer came into the card, where a click may take it", async () => {
    const card = await opened();
    const before = field();
    hostParts?.onPointer();
    hasFocus = true;
    field();
    hostParts?.onPointer();
    card.hears.closeCard({});
    expect(news()).toEqual([
      ["hide"],
      ["giveBackFocus", placeIn(before)],
      ["emptyCard", { hadFocus: false }],
    ]);
  });

  test("that a frame has taken with it goes back to where it was before that", async () => {
    const before = field();
    const card = await pinnedCard("keyboard");
    before.blur();
    condition = "gone";
    hostParts?.onWatch();
    await settled();
    expect(news().slice(-3)).toEqual([...SEEN, ["focus"]]);
    hasFocus = true;
    card.hears.closeCard({});
    expect(news()).toContainEqual(["giveBackFocus", placeIn(before)]);
  });

  test("does not come back to a card that is set up anew from where the person types", async () => {
    await pinnedCard("keyboard");
    field();
    condition = "gone";
    hostParts?.onWatch();
    await settled();
    expect(news().slice(-2)).toEqual(SEEN);
  });

  test("of a former card is forgotten with it", async () => {
    const before = field();
    (await opened("keyboard")).dismiss();
    before.blur();
    const card = await opened("keyboard");
    hasFocus = true;
    card.dismiss();
    expect(news()).toContainEqual(["giveBackFocus", placeIn(document.body)]);
  });

  test("was somewhere that is not there any more", async () => {
    const before = field();
    const card = await pinnedCard("keyboard");
    before.remove();
    condition = "gone";
    hostParts?.onWatch();
    await settled();
    hasFocus = true;
    card.hears.closeCard({});
    expect(news()).toContainEqual(["giveBackFocus", placeIn(document.body)]);
  });
});

describe("the watch", () => {
  test("measures nothing where nothing is shown", () => {
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

  test("puts a pinned card back that the page has hidden, with no message to anybody", async () => {
    await pinnedCard();
    condition = "displaced";
    hostParts?.onWatch();
    await settled();
    expect(news()).toEqual([
      ["condition", ada.element],
      ["place", ada.box, false],
    ]);
  });

  test("sets a pinned card up anew that the page has removed, with the answer it had", async () => {
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

describe("what the background tells", () => {
  test("of the card", async () => {
    const card = await opened();
    card.hears.resizeCard({ expanded: true });
    expect(news()).toEqual([["resize", ada.box, true]]);
    card.hears.pinCard({ pinned: true });
    card.dismiss();
    expect(card.isOpen()).toBe(false);
    card.hears.pinCard({ pinned: false });
    expect(card.isOpen()).toBe(true);
    card.hears.closeCard({});
    expect(news()).toEqual([["hide"], ["emptyCard", { hadFocus: false }]]);
  });

  test("of the pointer in it: it stays", async () => {
    const card = start();
    card.over(ada, at(5));
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS);
    card.away(at(12));
    await vi.advanceTimersByTimeAsync(50);
    card.hears.pointerInCard({ time: Date.now() });
    await vi.advanceTimersByTimeAsync(HOVER_HIDE_MS);
    expect(card.isOpen()).toBe(true);
    card.away(at(400));
    await vi.advanceTimersByTimeAsync(HOVER_HIDE_MS);
    expect(card.isOpen()).toBe(false);
  });

  test("of the pointer in it, as the browser does where the pointer enters the frame", async () => {
    const card = await opened();
    await vi.advanceTimersByTimeAsync(1_000);
    hostParts?.onPointer();
    const time = Date.now();
    for (const [seenAt, isOpen] of [
      [time - 100, true],
      [time + 100, false],
    ] as const) {
      card.hears.frameInput({ input: { type: "away", time: seenAt }, zoom: 1 });
      await vi.advanceTimersByTimeAsync(HOVER_HIDE_MS);
      expect(card.isOpen()).toBe(isOpen);
    }
  });

  test("of a frame inside the page: who is pointed at, that nobody is, and an Esc", async () => {
    const card = start();
    const anchor = { left: 10, top: 20, width: 30, height: 40, isDirect: true };
    const time = Date.now();
    card.hears.frameInput({ input: { type: "over", query, anchor, time }, zoom: 1 });
    await vi.advanceTimersByTimeAsync(HOVER_SHOW_MS);
    expect(news()).toContainEqual([
      "draw",
      expect.objectContaining({ left: 10, top: 20, width: 30, height: 40 }),
      false,
    ]);
    for (const input of [{ type: "away" }, { type: "away", time: time + 9 }] as const) {
      card.ask(ada, "menu");
      card.over(ada, at(5));
      card.hears.frameInput({ input, zoom: 1 });
      await vi.advanceTimersByTimeAsync(HOVER_HIDE_MS);
      expect(card.isOpen()).toBe(false);
    }
    card.ask(ada, "menu");
    card.hears.frameInput({ input: { type: "dismiss" }, zoom: 1 });
    expect(card.isOpen()).toBe(false);
  });

  test("of a frame inside the page: when the pointer was seen there, outside the card", async () => {
    const card = await opened();
    const time = Date.now();
    card.hears.pointerInCard({ time });
    for (const seenAt of [undefined, time - 100, time + 100]) {
      expect(card.isOpen()).toBe(true);
      const input = seenAt === undefined ? {} : { time: seenAt };
      card.hears.frameInput({ input: { type: "away", ...input }, zoom: 1 });
      await vi.advanceTimersByTimeAsync(HOVER_HIDE_MS);
    }
    expect(card.isOpen()).toBe(false);
  });

  test("of a frame inside the page: that somebody is asked for", async () => {
    const card = start();
    const anchor = { left: 10, top: 20, width: 30, height: 40, isDirect: true };
    card.hears.frameInvoked({ by: "keyboard", query, anchor, zoom: 1 });
    await settled();
    expect(news().slice(-4)).toEqual([["fillCard", FILL], ...SEEN, ["focus"]]);
    expect(card.element()).toBe(document.documentElement);
    // That stands there as long as the page does.
    hostParts?.onWatch();
    expect(card.isOpen()).toBe(true);
  });
});

describe("the page", () => {
  test("has another size: a pinned card is placed in it, another closes", async () => {
    const card = await pinnedCard();
    dispatchEvent(new Event("resize"));
    expect(news()).toEqual([["place", ada.box, false]]);
    card.hears.pinCard({ pinned: false });
    dispatchEvent(new Event("resize"));
    expect(card.isOpen()).toBe(false);
  });

  test("is left: nothing of ours stays", async () => {
    const card = await pinnedCard();
    card.drop();
    expect(news()).toEqual([["hide"], ["emptyCard", { hadFocus: false }], ["remove"]]);
    expect(card.element()).toBeUndefined();
  });

  test("is about to be left, which the browser says beforehand; not for a place in it, a download, a mail", async () => {
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

  test("knows the host by its element", () => {
    const card = start();
    expect([card.owns(null), card.owns(document.body)]).toEqual([true, false]);
  });
});

test("when the script ends, the host goes, and nothing more is done", async () => {
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
