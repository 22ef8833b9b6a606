import { afterEach, describe, expect, test, vi } from "vitest";
import type { ToTopFrame } from "../contract/content-scripts.ts";
import { mention } from "./card/fake-mention.ts";
import { type FakeBackground, fakeBackground, fakeLifetime } from "./fake-background.ts";
import type { FrameRole } from "./frame-role.ts";
import { type CardPart, type CardParts, createTopFrame } from "./in-top-frame.ts";
import type { LookPart } from "./look-part.ts";
import type { PointerPlace } from "./pointer.ts";

const ada = mention("ada@example.com");
const place = { x: 1, y: 2, screenX: 3, screenY: 4, time: 5, holds: () => false };
const part = {} as LookPart;

/** Lets pending work finish. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** What was passed to the card, in order. */
let told: unknown[] = [];

const note =
  (what: string) =>
  (...more: unknown[]) =>
    void told.push([what, ...more]);

function fakeCard(): CardPart {
  return {
    over: note("over"),
    ask(...what) {
      note("ask")(...what);
      return { type: "shown" };
    },
    away: note("away"),
    dismiss: note("dismiss"),
    seen: note("seen"),
    isOpen: () => true,
    element: () => ada.element,
    owns: (target) => target === null,
    drop: note("drop"),
    handlers: {
      frameInput: note("frameInput"),
      frameInvoked: note("frameInvoked"),
      pointerInCard: note("pointerInCard"),
      closeCard: note("closeCard"),
      pinCard: note("pinCard"),
      resizeCard: note("resizeCard"),
    },
  };
}

/** Creates the card part that the background injects. */
const makeCard = vi.fn<(parts: CardParts) => CardPart>();

function start(): { background: FakeBackground; top: FrameRole<ToTopFrame> } {
  told = [];
  makeCard.mockReset().mockImplementation(fakeCard);
  const background = fakeBackground({
    loadCard: () => {
      globalThis.keycardLookupCard = makeCard;
    },
  });
  return { background, top: createTopFrame(background, fakeLifetime(), part) };
}

afterEach(() => {
  globalThis.keycardLookupCard = undefined;
  vi.unstubAllGlobals();
});

const LOADED = [{ type: "loadCard" }];
const anchor = { left: 0, top: 0, width: 1, height: 1, isDirect: true };
const { query } = ada;
const overInFrame = { input: { type: "over", query, anchor, time: 1 }, zoom: 1 } as const;
const asked = { by: "menu", query, anchor, zoom: 1 } as const;

/** Each message, and whether it shows the card. */
const MESSAGES: {
  [N in keyof ToTopFrame]: { told: ToTopFrame[N]; shows: boolean }[];
} = {
  frameInput: [
    { told: overInFrame, shows: true },
    { told: { input: { type: "away", time: 1 }, zoom: 1 }, shows: false },
    { told: { input: { type: "dismiss" }, zoom: 1 }, shows: false },
  ],
  frameInvoked: [{ told: asked, shows: true }],
  pointerInCard: [{ told: { time: 1 }, shows: false }],
  closeCard: [{ told: {}, shows: false }],
  pinCard: [{ told: { pinned: true }, shows: false }],
  resizeCard: [{ told: { expanded: true }, shows: false }],
};

const EACH = Object.entries(MESSAGES).flatMap(([name, cases]) =>
  cases.map((each) => ({ name: name as keyof ToTopFrame, ...each })),
);

describe("the part that draws the card", () => {
  test("is loaded once, by anything that shows it", async () => {
    const { background, top } = start();
    expect(top.ask(ada, "keyboard")).toEqual({ type: "shown" });
    top.over(ada, place);
    await settled();
    top.over(ada, place);
    top.ask(ada, "menu", place);
    expect(background.sent).toEqual(LOADED);
    expect(told).toEqual([
      ["ask", ada, "keyboard"],
      ["over", ada, place],
      ["over", ada, place],
      ["ask", ada, "menu"],
    ]);
    expect(makeCard).toHaveBeenCalledOnce();
  });

  test.each(EACH)(
    "handles message $name, which shows the card: $shows",
    async ({ name, told: what, shows }) => {
      const { background, top } = start();
      const hear = top.handlers[name] as (params: unknown) => void;
      hear(what);
      await settled();
      expect(background.sent).toEqual(shows ? LOADED : []);
      expect(told).toEqual(shows ? [[name, what]] : []);
      // Once loaded, the part gets all of them.
      top.over(ada, place);
      await settled();
      told = [];
      hear(what);
      expect(told).toEqual([[name, what]]);
    },
  );

  test("receives everything that happened while it was loading, in order", async () => {
    const { top } = start();
    top.away(place);
    top.dismiss();
    top.drop();
    top.over(ada, place);
    top.away(place);
    top.dismiss("scroll");
    top.handlers.closeCard({});
    top.drop();
    expect(told).toEqual([]);
    await settled();
    expect(told).toEqual([
      ["over", ada, place],
      ["away", place],
      ["dismiss", "scroll"],
      ["closeCard", {}],
      ["drop"],
    ]);
    told = [];
    top.away();
    top.dismiss();
    top.drop();
    expect(told).toEqual([["away", undefined], ["dismiss", undefined], ["drop"]]);
  });

  test("knows where the pointer was, and receives later moves", async () => {
    const { background, top } = start();
    top.seen(place);
    const later: PointerPlace = { ...place, time: 6 };
    top.over(ada, place);
    top.seen(later);
    await settled();
    expect(makeCard).toHaveBeenCalledExactlyOnceWith({
      background,
      lifetime: expect.anything(),
      part,
      pointer: later,
    });
    top.seen(place);
    expect(told).toEqual([
      ["over", ada, place],
      ["seen", place],
    ]);
  });

  test("answers what only it knows", async () => {
    const { top } = start();
    expect([top.isOpen(), top.element(), top.owns(null)]).toEqual([false, undefined, false]);
    top.over(ada, place);
    expect([top.isOpen(), top.element(), top.owns(null)]).toEqual([false, undefined, false]);
    await settled();
    expect([top.isOpen(), top.element(), top.owns(null)]).toEqual([true, ada.element, true]);
    expect(top.owns({} as EventTarget)).toBe(false);
  });

  test("is dismissed by an Esc while it is loading, once the command has asked for someone", async () => {
    const { background, top } = start();
    vi.spyOn(background, "send").mockResolvedValueOnce(undefined);
    top.ask(ada, "keyboard");
    expect(top.isOpen()).toBe(true);
    await settled();
    expect(top.isOpen()).toBe(false);
    top.over(ada, place);
    expect(top.isOpen()).toBe(false);
    top.ask(ada, "keyboard");
    expect(top.isOpen()).toBe(true);
    top.dismiss();
    expect(top.isOpen()).toBe(false);
    await settled();
    expect(told).toEqual([
      ["over", ada, place],
      ["ask", ada, "keyboard"],
      ["dismiss", undefined],
    ]);
  });

  test("is requested again by the next mention if it could not be injected", async () => {
    const { background, top } = start();
    const send = vi.spyOn(background, "send").mockResolvedValueOnce(undefined);
    top.over(ada, place);
    await settled();
    expect(told).toEqual([]);
    const grace = mention("grace@example.com");
    top.over(grace, place);
    await settled();
    expect(told).toEqual([["over", grace, place]]);
    expect(send).toHaveBeenCalledTimes(2);
  });

  test("gives held keys back to the page if it could not be injected", async () => {
    const release = vi.fn();
    vi.stubGlobal("keycardLookupKeyboard", { release });
    const { background, top } = start();
    vi.spyOn(background, "send").mockResolvedValueOnce(undefined);
    top.ask(ada, "keyboard");
    await settled();
    expect(release).toHaveBeenCalledOnce();
    top.ask(ada, "keyboard");
    await settled();
    expect(told).toEqual([["ask", ada, "keyboard"]]);
    expect(release).toHaveBeenCalledOnce();
  });
});
