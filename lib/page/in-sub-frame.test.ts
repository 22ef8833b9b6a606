import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { WORD_CHECK_MS } from "../limits.ts";
import { mention } from "./card/fake-mention.ts";
import { fakeBackground, fakeLifetime } from "./fake-background.ts";
import { createSubFrame } from "./in-sub-frame.ts";

const ada = mention("ada@example.com");
const grace = mention("grace@example.com", 200);
const place = { x: 1, y: 2, screenX: 3, screenY: 4, time: 5, holds: () => false };
const pointer = { x: 1, y: 2, screenX: 3, screenY: 4 };
const anchorOf = (x: number) => ({ left: x, top: 0, width: 50, height: 10, isDirect: true });

const top = {};

function start() {
  const background = fakeBackground();
  const lifetime = fakeLifetime();
  const frame = createSubFrame(background, lifetime, { settings: () => undefined });
  /** What was sent since the last read. */
  const told = () => background.sent.splice(0).map(({ input }) => input);
  return { background, lifetime, frame, told };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", { parent: top, top });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const over = (found = ada, time = 5) => ({
  type: "over",
  query: found.query,
  anchor: { ...anchorOf(found.box.left), pointer },
  time,
});

describe("a sub-frame", () => {
  test("tells the top frame who the pointer rests on, and where: each time until the card opens, then once", () => {
    const { background, frame, told } = start();
    frame.over(ada, place);
    expect(background.sent).toEqual([{ type: "tellTopFrame", input: over() }]);
    background.sent.length = 0;
    frame.over(ada, { ...place, time: 6 });
    expect(told()).toEqual([over(ada, 6)]);
    frame.handlers.cardOpened({ pinned: false });
    frame.over(ada, { ...place, time: 7 });
    expect(told()).toEqual([]);
    frame.over(grace, { ...place, time: 6 });
    expect(told()).toEqual([over(grace, 6)]);
    expect(frame.element()).toBe(grace.element);
  });

  test("reports what the person was taken from", () => {
    const { frame, told } = start();
    const found = { ...ada, source: "link" } as const;
    frame.over(found, place);
    expect(told()).toEqual([{ ...over(), source: "link" }]);
    frame.over(ada, place);
    expect(told()).toEqual([over()]);
    expect(frame.ask(found, "keyboard")).toMatchObject({ type: "in-frame", source: "link" });
  });

  test("says of a frame further in that it isn't directly in the top frame", () => {
    const { frame, told } = start();
    vi.stubGlobal("window", { parent: {}, top });
    frame.over(ada, place);
    expect(told()).toEqual([{ ...over(), anchor: { ...anchorOf(0), isDirect: false, pointer } }]);
  });

  test("returns who the command refers to, and sends nothing itself", () => {
    const { frame, told } = start();
    const { query } = ada;
    expect(frame.ask(ada, "keyboard")).toEqual({ type: "in-frame", query, anchor: anchorOf(0) });
    expect(frame.ask(ada, "menu", place)).toEqual({
      type: "in-frame",
      query,
      anchor: { ...anchorOf(0), pointer },
    });
    expect(told()).toEqual([]);
    expect(frame.element()).toBe(ada.element);
  });

  test("reports that the pointer has left if a mention was hovered or a card is open", () => {
    const { frame, told } = start();
    frame.away(place);
    frame.dismiss();
    expect(told()).toEqual([]);
    frame.over(ada, place);
    frame.away({ ...place, time: 7 });
    frame.away(place);
    expect(told()).toEqual([over(), { type: "away", time: 7 }]);
    expect(frame.element()).toBeUndefined();
    frame.handlers.cardOpened({ pinned: false });
    expect(frame.isOpen()).toBe(true);
    frame.away();
    frame.dismiss("scroll");
    expect(told()).toEqual([{ type: "away" }, { type: "dismiss", by: "scroll" }]);
    frame.handlers.cardClosed({ hadFocus: false });
    expect(frame.isOpen()).toBe(false);
    frame.away();
    frame.dismiss();
    expect(told()).toEqual([]);
  });

  test("has nothing to dismiss after an Esc or a click, before the top frame says so; a scroll may leave the card open", () => {
    const { frame, told } = start();
    frame.handlers.cardOpened({ pinned: false });
    frame.dismiss("scroll");
    expect(frame.isOpen()).toBe(true);
    frame.dismiss();
    expect(frame.isOpen()).toBe(false);
    frame.dismiss();
    expect(told()).toEqual([{ type: "dismiss", by: "scroll" }, { type: "dismiss" }]);
  });

  test("leaves Esc and clicks to the page while the card is pinned", () => {
    const { frame, told } = start();
    frame.handlers.cardOpened({ pinned: false });
    frame.handlers.cardOpened({ pinned: true });
    expect(frame.isOpen()).toBe(false);
    frame.dismiss();
    expect(told()).toEqual([]);
    frame.handlers.cardOpened({ pinned: false });
    expect(frame.isOpen()).toBe(true);
  });

  test("dismisses a hovered mention once", () => {
    const { frame, told } = start();
    frame.over(ada, place);
    told();
    frame.dismiss();
    frame.dismiss();
    expect(told()).toEqual([{ type: "dismiss" }]);
    frame.over(ada, place);
    frame.dismiss("scroll");
    expect(told()).toEqual([over(), { type: "dismiss", by: "scroll" }]);
  });

  test("forgets the hovered mention when the card closes", () => {
    const { frame, told } = start();
    frame.over(ada, place);
    frame.handlers.cardClosed({ hadFocus: false });
    told();
    frame.over(ada, place);
    expect(told()).toEqual([over()]);
  });

  test("gets the keyboard back if the card had it; otherwise it only gets its keys back", () => {
    const keyboard = { lend: vi.fn(), release: vi.fn(), giveBack: vi.fn() };
    vi.stubGlobal("keycardLookupKeyboard", keyboard);
    const { frame } = start();
    frame.handlers.cardClosed({ hadFocus: false });
    expect([keyboard.release, keyboard.giveBack].map(({ mock }) => mock.calls.length)).toEqual([
      1, 0,
    ]);
    frame.handlers.cardClosed({ hadFocus: true });
    expect([keyboard.release, keyboard.giveBack].map(({ mock }) => mock.calls.length)).toEqual([
      1, 1,
    ]);
  });

  test("watches the word and dismisses the card when it is gone, but not after the pointer has left", () => {
    const { frame, told } = start();
    const isThere = vi.spyOn(ada, "isThere").mockReturnValue(true);
    frame.over(ada, place);
    told();
    vi.advanceTimersByTime(WORD_CHECK_MS);
    expect(isThere).toHaveBeenCalledOnce();
    expect(told()).toEqual([]);
    isThere.mockReturnValue(false);
    vi.advanceTimersByTime(3 * WORD_CHECK_MS);
    expect(told()).toEqual([{ type: "dismiss" }]);
    frame.ask(ada, "keyboard");
    frame.away(place);
    told();
    vi.advanceTimersByTime(WORD_CHECK_MS);
    expect(told()).toEqual([]);
    isThere.mockRestore();
  });

  test("sends nothing after the script has ended", () => {
    const { frame, lifetime, told } = start();
    const isThere = vi.spyOn(ada, "isThere").mockReturnValue(false);
    frame.over(ada, place);
    told();
    lifetime.end();
    vi.advanceTimersByTime(WORD_CHECK_MS);
    expect(told()).toEqual([]);
    isThere.mockRestore();
  });

  test("draws nothing, and ignores pointer places and the page being left", () => {
    const { frame, told } = start();
    frame.seen(place);
    frame.drop();
    expect(frame.owns(null)).toBe(false);
    expect(told()).toEqual([]);
  });
});
