// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CARD_HEIGHT_PX, CARD_MORE_HEIGHT_PX, CARD_WIDTH_PX, WORD_CHECK_MS } from "../../limits.ts";
import { createKeyboard } from "../keyboard/keyboard.ts";
import { type CardHost, createCardHost, HIDDEN_CARD_KEEP_MS } from "./card-host.ts";
import type { HostCondition } from "./host-condition.ts";

/** Minimal versions of what happy-dom 21 lacks: open popovers, boxes, and frames that load nothing. */

const open = new WeakSet<Element>();
let shown = vi.fn<(element: Element) => void>();
/** The page's elements at any point, besides the host. */
let atPoint: Element[] = [];
/** The boxes of the page's own elements. */
const boxes = new WeakMap<Element, DOMRect>();
/** How far the page has moved the host from its place, CSS px. */
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

/** Returns the ticket that was requested, and renders the page once. */
async function loadedWith(url: string | undefined): Promise<void> {
  await ticket(url);
  await rendered();
}

async function ticket(url: string | undefined): Promise<void> {
  tickets.shift()?.(url);
  await vi.advanceTimersByTimeAsync(0);
}

async function rendered(): Promise<void> {
  vi.advanceTimersToNextFrame();
  // The fake clock delays a timer that another callback has set by 1 ms.
  await vi.advanceTimersByTimeAsync(1);
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
  test("is added to the page with its ticket, hidden, once for all callers that wait for it", async () => {
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

  test("is ready only once the page has been rendered with it, hidden", async () => {
    const there = vi.fn();
    void host.ready(word).then(there);
    await ticket(URL);
    expect(element()).not.toBeNull();
    expect(there).not.toHaveBeenCalled();
    await rendered();
    expect(there).toHaveBeenCalledWith(true);
  });

  test("isn't added without a ticket, which is requested again the next time", async () => {
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

  test("isn't added any more if it was removed meanwhile", async () => {
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

  test("is added to the dialog around the word that was hovered last", async () => {
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
    // Moving it means a new frame.
    void host.ready(word);
    expect(element()).toBeNull();
    await loadedWith(URL);
    expect(element()?.parentElement).toBe(document.documentElement);
  });

  test("is recognized by its element", async () => {
    expect(host.owns(null)).toBe(false);
    await ready();
    expect([host.owns(element()), host.owns(word)]).toEqual([true, false]);
  });

  test("reports when the pointer enters the frame, and regularly that it is still there", async () => {
    await ready();
    frame().dispatchEvent(new Event("pointerenter"));
    expect(onPointer).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(2 * WORD_CHECK_MS);
    expect(onWatch).toHaveBeenCalledTimes(2);
    // Removing it doesn't stop the reports.
    element()?.remove();
    vi.advanceTimersByTime(WORD_CHECK_MS);
    expect(onWatch).toHaveBeenCalledTimes(3);
    host.remove();
    vi.advanceTimersByTime(WORD_CHECK_MS);
    expect(onWatch).toHaveBeenCalledTimes(3);
  });
});

describe("visibility", () => {
  const FIRST = { width: CARD_WIDTH_PX, height: CARD_HEIGHT_PX };
  const SECOND = { width: CARD_WIDTH_PX, height: CARD_MORE_HEIGHT_PX };
  const visibility = () =>
    ["visibility", "opacity", "pointer-events"].map((name) => styleOf()(name));

  test("drawing shows nothing in the top layer, revealing shows all of it, hiding shows nothing again", async () => {
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
    expect(styleOf()("visibility")).toBe("hidden");
    expect(element()?.matches(":popover-open")).toBe(false);
    expect(host.box()).toBeUndefined();
  });

  test("hiding a host that wasn't drawn changes none of its styles, which the page can read", async () => {
    await ready();
    const style = () => roots.at(-1)?.adoptedStyleSheets[0]?.cssRules[0]?.cssText;
    const before = style();
    expect(before).toContain("visibility");
    host.hide();
    expect(style()).toBe(before);
  });

  test("a host that wasn't drawn stays invisible", async () => {
    await ready();
    host.reveal();
    host.resize(WORD, true);
    expect([styleOf()("visibility"), host.box()]).toEqual(["hidden", undefined]);
  });

  test("drawing it for someone else moves it to the top of the top layer", async () => {
    await seen();
    host.draw(WORD, true);
    expect(shown).toHaveBeenCalledTimes(2);
    expect(visibility()).toEqual(["visible", "0", "none"]);
    expect(host.box()).toMatchObject(SECOND);
  });

  test("placing it again keeps its visibility and opens it, even if the page has closed it", async () => {
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

  test("resizing keeps its position", async () => {
    await seen();
    const before = host.box();
    host.resize(WORD, true);
    expect(host.box()).toEqual({ ...before, ...SECOND });
    host.resize(WORD, false);
    expect(host.box()).toEqual(before);
  });

  test("a page that removes it at that very moment breaks nothing", async () => {
    await ready();
    shown.mockImplementation((opening) => {
      opening.remove();
      throw new DOMException("not connected", "InvalidStateError");
    });
    expect(() => host.draw(WORD, false)).not.toThrow();
    expect(host.condition(word)).toBe("gone");
  });
});

describe("an invisible frame", () => {
  const KEEP = HIDDEN_CARD_KEEP_MS;
  const isThere = () => element() !== null;

  test("is unloaded some time after it was last wanted", async () => {
    await ready();
    vi.advanceTimersByTime(KEEP - 1);
    expect(isThere()).toBe(true);
    await host.ready(word);
    vi.advanceTimersByTime(KEEP - 1);
    expect(isThere()).toBe(true);
    vi.advanceTimersByTime(1);
    expect(isThere()).toBe(false);
  });

  test("is also unloaded after it was hidden", async () => {
    await seen();
    vi.advanceTimersByTime(2 * KEEP);
    expect(isThere()).toBe(true);
    host.hide();
    vi.advanceTimersByTime(KEEP);
    expect(isThere()).toBe(false);
  });

  test("isn't unloaded if it is visible, even if it was warmed up while it loaded", async () => {
    void host.ready(word);
    const there = host.ready(word);
    await loadedWith(URL);
    await there;
    host.draw(WORD, false);
    vi.advanceTimersByTime(2 * KEEP);
    expect(isThere()).toBe(true);
  });

  test("isn't unloaded if it is wanted again", async () => {
    await seen();
    await host.ready(word);
    vi.advanceTimersByTime(2 * KEEP);
    expect(isThere()).toBe(true);
  });
});

describe("what the page has done to the host", () => {
  const done: [string, HostCondition, () => void][] = [
    ["nothing", "usable", () => undefined],
    [
      "moved it by a rounding error",
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
    ["moved it to another parent", "gone", () => document.body.append(element() as Element)],
    [
      "changed its kind of popover",
      "gone",
      () => {
        (element() as HTMLElement).popover = "auto";
      },
    ],
    ["reloaded its frame", "gone", () => frame().dispatchEvent(new Event("load"))],
  ];

  test.each(done)("%s: %s", async (_, condition, act) => {
    await seen();
    frame().dispatchEvent(new Event("load"));
    act();
    expect(host.condition(word)).toBe(condition);
    // A host that is gone can't be used again.
    const there = host.ready(word);
    await loadedWith(URL);
    expect(await there).toBe(true);
    expect(asked).toBe(condition === "gone" ? 2 : 1);
  });
});

describe("what the site has opened next to the word", () => {
  /** A tooltip right below the word, with the given height in px. */
  function tooltip(height: number, style = "position: absolute; z-index: 9"): Element {
    const tip = document.createElement("form");
    tip.setAttribute("style", style);
    // Simulates a form with a field of that name.
    Object.assign(tip, { getBoundingClientRect: document.createElement("input") });
    boxes.set(tip, new DOMRect(WORD.left, WORD.top + 20, 80, height));
    document.body.append(tip);
    return tip;
  }
  const top = () => host.box()?.top ?? 0;

  test("isn't covered if the card has room elsewhere", async () => {
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

  test("moves the card only if it appears within the first second of it; later, the card stays", async () => {
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

describe("keyboard focus", () => {
  test("moves into the frame, and again when a document loads into it", async () => {
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

  test("moves back to where it was, or out of the frame", async () => {
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
