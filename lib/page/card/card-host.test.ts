// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CARD_HEIGHT_PX, CARD_MORE_HEIGHT_PX, CARD_WIDTH_PX, WORD_CHECK_MS } from "../../limits.ts";
import { createKeyboard } from "../keyboard/keyboard.ts";
import { type CardHost, createCardHost, HIDDEN_CARD_KEEP_MS } from "./card-host.ts";
import type { HostCondition } from "./host-condition.ts";

/** What happy-dom 21 lacks, as simple as it can be: popovers that are open, boxes, and frames that load nothing. */

const open = new WeakSet<Element>();
let shown = vi.fn<(element: Element) => void>();
/** What the page has at any place, beside the host. */
let atPoint: Element[] = [];
/** Where the page has put what is its own. */
const boxes = new WeakMap<Element, DOMRect>();
/** How far the page has moved the host from where it was put, CSS px. */
let moved = 0;
let roots: ShadowRoot[] = [];
const URL = "https://extension.example/card.html#ticket";

let tickets: ((url: string | undefined) => void)[] = [];
let asked = 0;
const onWatch = vi.fn();
const onPointer = vi.fn();
let host: CardHost;

const word = document.createElement("b");
const WORD = { left: 100, top: 40, width: 80, height: 16 };

const element = () => document.querySelector<HTMLElement>("[popover]");
const styleOf = () => {
  const [rule] = roots.at(-1)?.adoptedStyleSheets[0]?.cssRules ?? [];
  const { style } = rule as CSSStyleRule;
  return (name: string) => style.getPropertyValue(name);
};
const frame = () => roots.at(-1)?.querySelector("x-frame") as HTMLIFrameElement;

/** Gives the ticket that was asked for. */
async function loadedWith(url: string | undefined): Promise<void> {
  tickets.shift()?.(url);
  await vi.advanceTimersByTimeAsync(0);
}

async function ready(): Promise<boolean> {
  const there = host.ready(word);
  await loadedWith(URL);
  return there;
}

async function seen(): Promise<void> {
  await ready();
  host.draw(WORD, false);
  host.reveal();
}

beforeEach(() => {
  vi.useFakeTimers();
  globalThis.keycardLookupKeyboard = createKeyboard();
  shown = vi.fn();
  moved = 0;
  atPoint = [];
  roots = [];
  document.elementsFromPoint = () => atPoint;
  tickets = [];
  asked = 0;
  onWatch.mockReset();
  onPointer.mockReset();
  document.body.replaceChildren(word);
  Object.defineProperty(document, "fullscreenElement", { value: null, configurable: true });
  for (const [name, value] of [
    ["clientWidth", 1280],
    ["clientHeight", 900],
  ] as const)
    Object.defineProperty(document.documentElement, name, { value, configurable: true });
  Object.assign(globalThis, { innerWidth: 1280, innerHeight: 900 });
  Object.assign(HTMLElement.prototype, {
    showPopover(this: Element) {
      shown(this);
      open.add(this);
    },
    hidePopover(this: Element) {
      open.delete(this);
    },
  });
  const { matches, attachShadow } = Element.prototype;
  const createElementNS = document.createElementNS.bind(document);
  vi.spyOn(document, "createElementNS").mockImplementation((space: unknown, name: string) =>
    createElementNS(space as string, name === "iframe" ? "x-frame" : name),
  );
  vi.spyOn(Element.prototype, "matches").mockImplementation(function (this: Element, selector) {
    return selector === ":popover-open"
      ? this.isConnected && open.has(this)
      : matches.call(this, selector);
  });
  vi.spyOn(Element.prototype, "attachShadow").mockImplementation(function (this: Element, init) {
    const root = attachShadow.call(this, init);
    roots.push(root);
    return root;
  });
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const px = (name: string) => Number.parseFloat(styleOf()(name));
    return boxes.get(this) ?? new DOMRect(px("left") + moved, px("top"), px("width"), px("height"));
  });
  host = createCardHost({
    frameUrl() {
      asked++;
      return new Promise((resolve) => tickets.push(resolve));
    },
    onPointer,
    onWatch,
  });
});

afterEach(() => {
  host.remove();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("the host", () => {
  test("comes into the page with its ticket, hidden, once for all who wait for it", async () => {
    const both = [host.ready(word), host.ready(document.body)];
    expect(element()).toBeNull();
    await loadedWith(URL);
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(document.querySelectorAll("[popover]")).toHaveLength(1);
    expect(element()?.parentElement).toBe(document.documentElement);
    expect(frame().src).toBe(URL);
    expect(host.box()).toBeUndefined();
    expect(styleOf()("visibility")).toBe("hidden");
    expect(shown).not.toHaveBeenCalled();
    expect(await host.ready(word)).toBe(true);
    expect(asked).toBe(1);
  });

  test("does not come without a ticket, which is asked for again the next time", async () => {
    const there = host.ready(word);
    await loadedWith(undefined);
    expect(await there).toBe(false);
    expect(element()).toBeNull();
    host.draw(WORD, false);
    host.place(WORD, false);
    host.resize(WORD, true);
    host.reveal();
    host.hide();
    host.focus();
    host.giveBackFocus(undefined);
    expect([host.box(), host.condition(word), host.hasFocus()]).toEqual([undefined, "gone", false]);
    expect(await ready()).toBe(true);
  });

  test("does not come any more when it was removed meanwhile", async () => {
    const there = host.ready(word);
    host.remove();
    const next = host.ready(word);
    await loadedWith("https://extension.example/card.html#former");
    expect(await there).toBe(false);
    expect(element()).toBeNull();
    await loadedWith(URL);
    expect(await next).toBe(true);
    expect(frame().src).toBe(URL);
    expect(document.querySelectorAll("[popover]")).toHaveLength(1);
  });

  test("goes into the dialog around the word that was pointed at last", async () => {
    const dialog = document.createElement("dialog");
    const inDialog = document.createElement("i");
    dialog.append(inDialog);
    document.body.append(dialog);
    const matches = vi.mocked(Element.prototype.matches).getMockImplementation();
    vi.mocked(Element.prototype.matches).mockImplementation(function (this: Element, selector) {
      return selector === ":modal" ? this === dialog : (matches?.call(this, selector) ?? false);
    });
    void host.ready(word);
    const there = host.ready(inDialog);
    await loadedWith(URL);
    expect(await there).toBe(true);
    expect(element()?.parentElement).toBe(dialog);
    // Moving it elsewhere means a new frame.
    void host.ready(word);
    expect(element()).toBeNull();
    await loadedWith(URL);
    expect(element()?.parentElement).toBe(document.documentElement);
  });

  test("is known by its element", async () => {
    expect(host.owns(null)).toBe(false);
    await ready();
    expect([host.owns(element()), host.owns(word)]).toEqual([true, false]);
  });

  test("tells when the pointer enters the frame, and every so often that it is there", async () => {
    await ready();
    frame().dispatchEvent(new Event("pointerenter"));
    expect(onPointer).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(2 * WORD_CHECK_MS);
    expect(onWatch).toHaveBeenCalledTimes(2);
    // A page that takes it away silences nobody.
    element()?.remove();
    vi.advanceTimersByTime(WORD_CHECK_MS);
    expect(onWatch).toHaveBeenCalledTimes(3);
    host.remove();
    vi.advanceTimersByTime(WORD_CHECK_MS);
    expect(onWatch).toHaveBeenCalledTimes(3);
  });
});

describe("what can be seen", () => {
  const FIRST = { width: CARD_WIDTH_PX, height: CARD_HEIGHT_PX };
  const SECOND = { width: CARD_WIDTH_PX, height: CARD_MORE_HEIGHT_PX };
  const visibility = () =>
    ["visibility", "opacity", "pointer-events"].map((name) => styleOf()(name));

  test("nothing while it is drawn, in the top layer; then all of it, and nothing again", async () => {
    await ready();
    host.draw(WORD, false);
    expect(visibility()).toEqual(["visible", "0", "none"]);
    expect(element()?.matches(":popover-open")).toBe(true);
    expect(host.box()).toMatchObject({ left: 100, top: 62, ...FIRST });
    expect(["left", "top", "width", "height", "zoom"].map((name) => styleOf()(name))).toEqual([
      "100px",
      "62px",
      `${FIRST.width}px`,
      `${FIRST.height}px`,
      "1",
    ]);
    host.reveal();
    expect(visibility()).toEqual(["visible", "1", "auto"]);
    host.hide();
    expect(visibility()).toEqual(["hidden", "0", "none"]);
    expect(element()?.matches(":popover-open")).toBe(false);
    expect(host.box()).toBeUndefined();
  });

  test("nothing of a host that was not drawn", async () => {
    await ready();
    host.reveal();
    host.resize(WORD, true);
    expect([styleOf()("visibility"), host.box()]).toEqual(["hidden", undefined]);
  });

  test("drawn for somebody else it comes to the top of the top layer", async () => {
    await seen();
    host.draw(WORD, true);
    expect(shown).toHaveBeenCalledTimes(2);
    expect(visibility()).toEqual(["visible", "0", "none"]);
    expect(host.box()).toMatchObject(SECOND);
  });

  test("placed again it is as visible as before, and open, also when the page has closed it", async () => {
    await seen();
    host.place({ ...WORD, left: 300 }, true);
    expect(visibility()).toEqual(["visible", "1", "auto"]);
    expect(host.box()).toMatchObject({ left: 300, ...SECOND });
    expect(shown).toHaveBeenCalledOnce();
    element()?.hidePopover();
    host.place(WORD, false);
    expect(host.condition(word)).toBe("usable");
    expect(host.box()).toMatchObject({ left: 100, ...FIRST });
    host.draw(WORD, false);
    host.place(WORD, false);
    expect(visibility()).toEqual(["visible", "0", "none"]);
  });

  test("given its other size it stays where it is", async () => {
    await seen();
    const before = host.box();
    host.resize(WORD, true);
    expect(host.box()).toEqual({ ...before, ...SECOND });
    host.resize(WORD, false);
    expect(host.box()).toEqual(before);
  });

  test("a page that takes it away in the very moment breaks nothing", async () => {
    await ready();
    shown.mockImplementation((opening) => {
      opening.remove();
      throw new DOMException("not connected", "InvalidStateError");
    });
    expect(() => host.draw(WORD, false)).not.toThrow();
    expect(host.condition(word)).toBe("gone");
  });
});

describe("a frame that is not seen", () => {
  const KEEP = HIDDEN_CARD_KEEP_MS;
  const isThere = () => element() !== null;

  test("is unloaded after a while, since it was wanted last", async () => {
    await ready();
    vi.advanceTimersByTime(KEEP - 1);
    expect(isThere()).toBe(true);
    await host.ready(word);
    vi.advanceTimersByTime(KEEP - 1);
    expect(isThere()).toBe(true);
    vi.advanceTimersByTime(1);
    expect(isThere()).toBe(false);
  });

  test("as one that was hidden is", async () => {
    await seen();
    vi.advanceTimersByTime(2 * KEEP);
    expect(isThere()).toBe(true);
    host.hide();
    vi.advanceTimersByTime(KEEP);
    expect(isThere()).toBe(false);
  });

  test("not one that is seen, though somebody has had it warmed up while it loaded", async () => {
    void host.ready(word);
    const there = host.ready(word);
    await loadedWith(URL);
    await there;
    host.draw(WORD, false);
    vi.advanceTimersByTime(2 * KEEP);
    expect(isThere()).toBe(true);
  });

  test("nor is one that is seen unloaded when it is wanted again", async () => {
    await seen();
    await host.ready(word);
    vi.advanceTimersByTime(2 * KEEP);
    expect(isThere()).toBe(true);
  });
});

describe("what the page has done to it", () => {
  const done: [string, HostCondition, () => void][] = [
    ["nothing", "usable", () => undefined],
    [
      "moved it by what rounding may do",
      "usable",
      () => {
        moved = -1;
      },
    ],
    [
      "moved it",
      "displaced",
      () => {
        moved = 1.1;
      },
    ],
    ["hidden it", "displaced", () => element()?.hidePopover()],
    ["removed it", "gone", () => element()?.remove()],
    ["put it elsewhere", "gone", () => document.body.append(element() as Element)],
    [
      "made another kind of popover of it",
      "gone",
      () => {
        (element() as HTMLElement).popover = "auto";
      },
    ],
    ["loaded its frame again", "gone", () => frame().dispatchEvent(new Event("load"))],
  ];

  test.each(done)("%s: %s", async (_, condition, act) => {
    await seen();
    frame().dispatchEvent(new Event("load"));
    act();
    expect(host.condition(word)).toBe(condition);
    // One that is gone cannot be used again.
    const there = host.ready(word);
    await loadedWith(URL);
    expect(await there).toBe(true);
    expect(asked).toBe(condition === "gone" ? 2 : 1);
  });
});

describe("what the site has opened beside the word", () => {
  /** A tooltip right below the word, of so many px. */
  function tooltip(height: number, style = "position: absolute; z-index: 9"): Element {
    const tip = document.createElement("form");
    tip.setAttribute("style", style);
    // As a field of that name does it.
    Object.assign(tip, { getBoundingClientRect: document.createElement("input") });
    boxes.set(tip, new DOMRect(WORD.left, WORD.top + 20, 80, height));
    document.body.append(tip);
    return tip;
  }
  const top = () => host.box()?.top ?? 0;

  test("is not covered where the card has room elsewhere", async () => {
    const below = WORD.top + WORD.height + 6;
    await seen();
    expect(top()).toBe(below);
    atPoint = [tooltip(30)];
    host.draw(WORD, false);
    expect(host.box()).not.toMatchObject({ left: WORD.left, top: below });
    atPoint = [tooltip(30, "position: absolute")];
    host.draw(WORD, false);
    expect(top()).toBe(below);
  });

  test("and comes only after the card is in its way, for a second; then the card stays", async () => {
    await seen();
    expect(host.condition(word)).toBe("usable");
    atPoint = [tooltip(30)];
    expect(host.condition(word)).toBe("in-the-way");
    host.place(WORD, false);
    expect(host.condition(word)).toBe("usable");
    await seen();
    atPoint = [];
    for (let looks = 0; looks < 5; looks++) host.condition(word);
    atPoint = [tooltip(30)];
    host.draw({ ...WORD }, false);
    for (let looks = 0; looks < 9; looks++) host.condition(word);
    atPoint = [tooltip(700)];
    expect(host.condition(word)).toBe("usable");
  });
});

describe("the keyboard", () => {
  test("goes into the frame, and once more when a document comes into that", async () => {
    await ready();
    const [focus, blur] = [vi.spyOn(frame(), "focus"), vi.spyOn(frame(), "blur")];
    const calls = () => [focus.mock.calls.length, blur.mock.calls.length];
    frame().dispatchEvent(new Event("load"));
    expect([host.hasFocus(), ...calls()]).toEqual([false, 0, 0]);
    host.focus();
    expect(focus).toHaveBeenCalledExactlyOnceWith({ preventScroll: true });
    expect([host.hasFocus(), ...calls()]).toEqual([true, 1, 0]);
    frame().dispatchEvent(new Event("load"));
    expect([host.hasFocus(), ...calls()]).toEqual([true, 2, 1]);
  });

  test("goes back to where it was, or out of the frame", async () => {
    await ready();
    host.focus();
    const restore = vi.fn(() => frame().blur());
    host.giveBackFocus({ element: word, restore });
    expect(restore).toHaveBeenCalledOnce();
    host.focus();
    host.giveBackFocus(undefined);
    expect(host.hasFocus()).toBe(false);
  });
});
