import { describe, expect, test } from "vitest";
import { HOVER_HIDE_MS, HOVER_SHOW_MIN_MS, HOVER_SHOW_MS } from "../../limits.ts";
import type { Found } from "../found.ts";
import type { CardEffect } from "./card-effect.ts";
import type { CardInput } from "./card-input.ts";
import { step } from "./card-machine.ts";
import { AT_FIRST, awaitedIn, type CardState, shownIn } from "./card-state.ts";
import { mention } from "./fake-mention.ts";
import { CLOCK_SKEW_MS } from "./pointer-whereabouts.ts";
import { MEANT_MS } from "./rest.ts";

const ada = mention("ada@example.com");
const grace = mention("grace@example.com", 200);

/** A rest so short that nothing is prepared before the card opens. */
const SHOW_MS = HOVER_SHOW_MIN_MS;

/** The card's box: below Ada's address. */
const CARD = { left: 0, top: 16, width: 400, height: 300 };

let clock = 1_000;

/** Each time is a while after the previous one. */
const now = () => {
  clock += 100;
  return clock;
};

const over = (found: Found, time = now(), lateMs?: number): CardInput => ({
  type: "over",
  found,
  time,
  lateMs,
  where: "here",
});
const away = (y = -5, time = now()): CardInput => ({
  type: "away",
  at: { x: 20, y, time },
  card: CARD,
});
const inCard = (time = now()): CardInput => ({ type: "in-card", time });
/** The time is up, and the pending mention is still there. */
const elapsed: CardInput = { type: "elapsed", standing: ada };
const ask = (found: Found, by: "keyboard" | "menu" = "menu"): CardInput => ({
  type: "ask",
  found,
  by,
});
const loaded = (showing = 1, hasHost = true): CardInput => ({ type: "loaded", showing, hasHost });
const filled = (showing = 1, painted = true): CardInput => ({ type: "filled", showing, painted });
const dismiss: CardInput = { type: "dismiss" };
const close: CardInput = { type: "close" };
const pin: CardInput = { type: "pin" };
const leave: CardInput = { type: "leave" };
const resize = (expanded: boolean): CardInput => ({ type: "resize", expanded });
const windowResized: CardInput = { type: "window-resized" };
const watched = (seen: Partial<CardInput & { type: "watched" }> = {}): CardInput => ({
  type: "watched",
  host: "usable",
  standing: ada,
  isKeyboardLost: false,
  ...seen,
});

/** The inputs that make a showing visible. */
const seenAfter = (showing: number) => [loaded(showing), filled(showing)];
const open = () => [over(ada), elapsed, ...seenAfter(1)];
const pinned = () => [...open(), pin];

/** Runs inputs one after another. @returns the last state, and the effects of the last input */
function run(inputs: CardInput[], from = AT_FIRST, showMs = SHOW_MS) {
  let state: CardState = from;
  let effects: readonly CardEffect[] = [];
  for (const input of inputs) {
    const isUp = input === elapsed && { ...elapsed, standing: awaitedIn(state) };
    ({ state, effects } = step(state, isUp || input, showMs));
  }
  return { state, life: state.life, effects };
}

const IDLE = { name: "idle", dismissed: undefined };
const STOP: CardEffect = { type: "stop-waiting" };
const HIDE: CardEffect = { type: "hide" };
const wait = (ms: number): CardEffect => ({ type: "wait", ms });
const load = (showing: number, { element }: Found, anew = false): CardEffect => ({
  type: "load",
  showing,
  near: element,
  anew,
});
const fill = (showing: number, { query }: Found, more: object = {}) => ({
  type: "fill",
  showing,
  query,
  pinned: false,
  expanded: false,
  again: false,
  ...more,
});

/** Expects that an input changes nothing and has no effects. */
function expectNothing(inputs: CardInput[], input: CardInput): void {
  const before = run(inputs);
  const { state, effects } = step(before.state, input, SHOW_MS);
  expect(state.life).toEqual(before.life);
  expect(state.showings).toBe(before.state.showings);
  expect(effects).toEqual([]);
}

describe("before the card opens", () => {
  test("starts idle", () => {
    expect(AT_FIRST.life).toEqual(IDLE);
    for (const input of [elapsed, dismiss, close, pin, resize(true), windowResized, watched()])
      expectNothing([], input);
    for (const input of [inCard(), loaded(0), filled(0), { type: "unpin" } as const])
      expectNothing([], input);
  });

  test("warms up the frame at the first mention, and waits for the pointer to rest", () => {
    expect(run([over(ada)])).toMatchObject({
      life: { name: "pending", found: ada },
      effects: [{ type: "warm", near: ada.element }, wait(SHOW_MS)],
    });
  });

  test("restarts the wait when the pointer moves to another word, but not when it moves within one", () => {
    expectNothing([over(ada)], over(ada));
    expect(run([over(ada), over(grace)])).toMatchObject({
      life: { name: "pending", found: grace },
      effects: [{ type: "warm", near: grace.element }, wait(SHOW_MS)],
    });
  });

  test("a pointer place alone says nothing about mentions", () => {
    expectNothing([over(ada)], { type: "seen", time: now() });
    expectNothing([], { type: "seen", time: now() });
  });

  test.each([
    ["a pointer that leaves too early", away()],
    ["a late Close", close],
  ])("%s opens nothing", (_, input) => {
    expect(run([over(ada), input])).toMatchObject({ life: IDLE, effects: [STOP] });
  });

  test("a mention that is gone when the time is up opens nothing", () => {
    const gone: CardInput = { type: "elapsed", standing: undefined };
    expect(run([over(ada), gone])).toMatchObject({ life: IDLE, effects: [STOP] });
  });

  test.each([
    ["Esc", dismiss],
    ["a resized window", windowResized],
  ])("%s keeps it closed until the pointer has left the word", (_, input) => {
    const dismissed = run([over(ada), input]);
    expect(dismissed).toMatchObject({
      life: { name: "idle", dismissed: ada },
      effects: [STOP],
    });
    expectNothing([over(ada), input], over(ada));
    expect(run([over(ada), input, over(grace)]).life).toMatchObject({ name: "pending" });
    expect(run([over(ada), input, away()]).life).toEqual(IDLE);
    expect(run([over(ada), input, away(), over(ada)]).life).toMatchObject({ name: "pending" });
  });

  test("ignores inputs that only concern an open card", () => {
    for (const input of [pin, resize(true), watched({ host: "gone" }), inCard(), loaded(1)])
      expectNothing([over(ada)], input);
  });

  test("the pending mention is the one that the pointer rests on", () => {
    const awaited = (inputs: CardInput[]) => awaitedIn(run(inputs).state);
    expect(awaited([])).toBeUndefined();
    expect(awaited([over(ada)])).toBe(ada);
    expect(awaited(open())).toBeUndefined();
    expect(awaited([...open(), over(grace)])).toBe(grace);
    expect(awaited([...pinned(), over(grace)])).toBeUndefined();
  });
});

describe("preparing the card before it opens", () => {
  /** Uses the default hover delay. */
  const resting = (inputs: CardInput[], showMs = HOVER_SHOW_MS) => run(inputs, AT_FIRST, showMs);
  const start = () => over(ada);
  const draw: CardEffect = { type: "draw", box: ada.box, expanded: false };
  const place: CardEffect = { type: "place", box: ada.box, expanded: false };
  const REVEAL: CardEffect = { type: "reveal" };

  test("nothing happens until the pointer seems to rest on purpose", () => {
    expect(resting([start()])).toMatchObject({
      life: { name: "pending", found: ada, progress: { is: "nothing" } },
      effects: [{ type: "warm", near: ada.element }, wait(MEANT_MS)],
    });
  });

  test("the rest counts from its beginning, even if nothing could notice it yet", () => {
    expect(resting([over(ada, now(), 50)]).effects).toContainEqual(wait(MEANT_MS - 50));
    expect(resting([over(grace), over(ada, now(), 500)]).effects).toContainEqual(
      wait(MEANT_MS - 500),
    );
    const begun = resting([over(ada, now(), 500), elapsed]);
    expect(begun.effects).toContainEqual(wait(HOVER_SHOW_MS - MEANT_MS));
  });

  test("then the frame is told who it is about, and is drawn invisibly", () => {
    const begun = [start(), elapsed];
    expect(resting(begun)).toMatchObject({
      life: { name: "pending", progress: { is: "loading", showing: 1, attempt: "first" } },
      effects: [load(1, ada), wait(HOVER_SHOW_MS - MEANT_MS)],
    });
    expect(resting([...begun, loaded()])).toMatchObject({
      life: { name: "pending", progress: { is: "filling", showing: 1, attempt: "first" } },
      effects: [draw, fill(1, ada)],
    });
    expect(resting([...begun, loaded(), filled()])).toMatchObject({
      life: { name: "pending", found: ada, progress: { is: "ready" } },
      effects: [],
    });
    expect(shownIn(resting([...begun, loaded(), filled()]).state)).toBeUndefined();
  });

  test.each<[string, CardInput[], CardEffect[], object]>([
    ["ready", [loaded(), filled()], [place, REVEAL], { is: "seen" }],
    ["being filled", [loaded()], [place], { is: "filling", showing: 1, attempt: "first" }],
    ["being loaded", [], [], { is: "loading", showing: 1, attempt: "first" }],
  ])(
    "when the time is up, a card that is %s continues from there",
    (_, come, effects, progress) => {
      const opened = resting([start(), elapsed, ...come, elapsed]);
      expect(opened.effects).toEqual(effects);
      expect(opened.life).toEqual({
        name: "open",
        found: ada,
        hold: { by: "pointer" },
        progress,
        expanded: false,
        takesKeyboard: false,
      });
    },
  );

  test("it becomes visible like any other card", () => {
    expect(resting([start(), elapsed, elapsed, ...seenAfter(1)]).effects).toEqual([REVEAL]);
    expect(resting([start(), elapsed, loaded(), elapsed, filled()]).effects).toEqual([REVEAL]);
  });

  test("it opens where the word is by then", () => {
    const moved: Found = { ...ada, box: { ...ada.box, left: 3, x: 3 } as DOMRect };
    const opened = resting([start(), elapsed, ...seenAfter(1), { ...elapsed, standing: moved }]);
    // `elapsed` itself is replaced by the pending mention.
    expect(opened.effects).toEqual([{ ...place, box: moved.box }, REVEAL]);
    expect(shownIn(opened.state)?.found).toBe(moved);
  });

  test("moving within the word changes nothing", () => {
    expect(resting([start(), start()]).effects).toEqual([]);
    expect(resting([start(), elapsed, start()]).effects).toEqual([]);
    expect(resting([start(), elapsed, ...seenAfter(1), start(), elapsed]).effects).toEqual([
      place,
      REVEAL,
    ]);
  });

  test("nothing is prepared if the hover delay is too short", () => {
    expect(resting([start()], 119).effects).toContainEqual(wait(119));
    expect(resting([start(), elapsed], 119).life).toMatchObject({ name: "open" });
    expect(resting([start()], 120).effects).toContainEqual(wait(MEANT_MS));
    expect(resting([start(), elapsed], 700).effects).toContainEqual(wait(700 - MEANT_MS));
  });

  test.each<[string, CardInput, object]>([
    ["a pointer that leaves", away(), IDLE],
    ["Esc", dismiss, { name: "idle", dismissed: ada }],
    ["a resized window", windowResized, { name: "idle", dismissed: ada }],
    ["a word that is gone", { type: "elapsed", standing: undefined }, IDLE],
  ])("%s: the frame forgets everything", (_, input, life) => {
    for (const come of [[], [loaded()], [loaded(), filled()]])
      expect(resting([start(), elapsed, ...come, input])).toMatchObject({
        life,
        effects: [STOP, HIDE],
      });
    // Before that starts there is nothing to forget.
    expect(resting([start(), input]).effects).toEqual([STOP]);
  });

  test("the frame forgets everything when the pointer moves to another word, or the page is left", () => {
    const ready = [start(), elapsed, ...seenAfter(1)];
    expect(resting([...ready, over(grace)])).toMatchObject({
      life: { name: "pending", found: grace, progress: { is: "nothing" } },
      effects: [STOP, HIDE, { type: "warm", near: grace.element }, wait(MEANT_MS)],
    });
    expect(resting([...ready, leave]).effects).toEqual([STOP, HIDE, { type: "remove" }]);
    // Later results of it are ignored.
    const gone = [start(), elapsed, away()];
    for (const late of [loaded(), filled()]) expect(resting([...gone, late]).effects).toEqual([]);
    expect(resting([...gone, over(grace), elapsed, loaded(1)]).effects).toEqual([]);
    expect(resting([...gone, over(grace), elapsed, loaded(2)]).effects).toContainEqual(
      fill(2, grace),
    );
  });

  test("without a ticket nothing is shown; a stuck frame is replaced by a new one, once", () => {
    expect(resting([start(), elapsed, loaded(1, false)])).toMatchObject({ life: IDLE });
    const stuck = [start(), elapsed, loaded(), filled(1, false)];
    expect(resting(stuck).effects).toEqual([load(2, ada, true)]);
    expect(resting([...stuck, loaded(2)]).effects).toEqual([draw, fill(2, ada, { again: true })]);
    expect(resting([...stuck, loaded(2), filled(2, false), elapsed]).effects).toEqual([
      place,
      REVEAL,
    ]);
  });

  test("the command or the menu asks for someone meanwhile", () => {
    expect(resting([start(), elapsed, ...seenAfter(1), ask(grace)]).effects).toEqual([
      STOP,
      load(2, grace),
    ]);
  });

  test("the mention that an open card may change to is looked up while the frame keeps its person", () => {
    const shown = () => [start(), elapsed, ...seenAfter(1), elapsed];
    expect(resting([...shown(), over(grace)]).effects).toEqual([wait(MEANT_MS)]);
    const prefetched = resting([...shown(), over(grace), elapsed]);
    expect(prefetched).toMatchObject({
      life: { name: "open", found: ada, progress: { is: "seen" } },
      effects: [wait(HOVER_SHOW_MS - MEANT_MS), { type: "prefetch", query: grace.query }],
    });
    expect(resting([...shown(), over(grace), elapsed, elapsed]).effects).toEqual([
      STOP,
      load(2, grace),
    ]);
    expect(resting([...shown(), over(grace), elapsed, over(grace)]).effects).toEqual([]);
    expect(resting([...shown(), over(grace), over(grace)]).effects).toEqual([]);
  });
});

describe("a showing", () => {
  test("loads the host, then fills the frame, then becomes visible when the time is up", () => {
    const [first, second, third, fourth] = [
      run([over(ada), elapsed]),
      run([over(ada), elapsed, loaded()]),
      run([over(ada), elapsed, loaded(), filled()]),
      run([...open(), filled()]),
    ];
    expect(first.life).toEqual({
      name: "open",
      found: ada,
      hold: { by: "pointer" },
      progress: { is: "loading", showing: 1, attempt: "first" },
      expanded: false,
      takesKeyboard: false,
    });
    expect(first.effects).toEqual([STOP, load(1, ada)]);
    expect(second.life).toMatchObject({
      progress: { is: "filling", showing: 1, attempt: "first" },
    });
    expect(second.effects).toEqual([{ type: "draw", box: ada.box, expanded: false }, fill(1, ada)]);
    expect(third.life).toMatchObject({ name: "open", progress: { is: "seen" } });
    expect(third.effects).toEqual([{ type: "reveal" }]);
    expect(fourth.effects).toEqual([]);
  });

  test("counts as shown from its start to its end", () => {
    expect(shownIn(run([over(ada)]).state)).toBeUndefined();
    for (const inputs of [[over(ada), elapsed], open(), pinned()])
      expect(shownIn(run(inputs).state)).toMatchObject({ found: ada });
    expect(shownIn(run([...open(), close]).state)).toBeUndefined();
  });

  test("ends if the background refuses a ticket for its host", () => {
    expect(run([over(ada), elapsed, loaded(1, false)])).toMatchObject({
      life: IDLE,
      effects: [STOP, HIDE],
    });
    expect(run([...pinned(), watched({ host: "gone" }), loaded(2, false)]).life).toEqual(IDLE);
  });

  test("ignores results of an earlier showing", () => {
    const moved = [...open(), over(grace), elapsed];
    expect(run(moved)).toMatchObject({
      life: { found: grace, progress: { is: "loading", showing: 2 } },
      effects: [STOP, load(2, grace)],
    });
    expectNothing(moved, loaded(1));
    expectNothing(moved, loaded(1, false));
    // It isn't drawn yet, so it can't have been filled.
    expectNothing(moved, filled(2));
    expectNothing([...moved, loaded(2)], filled(1));
    expectNothing([...moved, loaded(2)], filled(1, false));
    expectNothing([...moved, loaded(2)], loaded(2));
    expect(run([...moved, loaded(2), filled(2)]).effects).toEqual([{ type: "reveal" }]);
  });

  test("ignores results that arrive after it was closed, and never reuses a number", () => {
    for (const input of [loaded(1), filled(1), filled(1, false)])
      expectNothing([over(ada), elapsed, close], input);
    expect(run([over(ada), elapsed, close, away(), over(ada), elapsed]).effects).toEqual([
      STOP,
      load(2, ada),
    ]);
  });

  test("replaces a stuck frame once, and shows the new one whatever happens to it", () => {
    const stuck = [over(ada), elapsed, loaded(), filled(1, false)];
    expect(run(stuck)).toMatchObject({
      life: { progress: { is: "loading", showing: 2, attempt: "last" } },
      effects: [STOP, load(2, ada, true)],
    });
    // The user has asked only once: show what is known about that person.
    expect(run([...stuck, loaded(2)]).effects).toContainEqual(fill(2, ada, { again: true }));
    for (const painted of [true, false])
      expect(run([...stuck, loaded(2), filled(2, painted)])).toMatchObject({
        life: { progress: { is: "seen" } },
        effects: [{ type: "reveal" }],
      });
  });

  test("is filled with its pin and size as they are by then", () => {
    const onTheWay = [over(ada), elapsed, pin];
    expect(run([...onTheWay, loaded()]).effects).toContainEqual(fill(1, ada, { pinned: true }));
    const larger = run([...pinned(), resize(true), ask(grace), loaded(2)]);
    expect(larger.effects).toEqual([
      { type: "draw", box: grace.box, expanded: true },
      fill(2, grace, { pinned: true, expanded: true }),
    ]);
  });
});

describe("the command or the menu asks for someone", () => {
  test("opens without waiting, from any state", () => {
    for (const before of [[], [over(grace)], open()]) {
      const { life, state, effects } = run([...before, ask(ada)]);
      expect(life).toMatchObject({
        name: "open",
        found: ada,
        hold: { by: "asked" },
        takesKeyboard: false,
      });
      expect(effects).toEqual([STOP, load(state.showings, ada)]);
    }
  });

  test("the keyboard command moves the focus into the card once it is visible", () => {
    const byKeyboard = [ask(ada, "keyboard"), loaded()];
    expect(run(byKeyboard).life).toMatchObject({ takesKeyboard: true });
    expect(run([...byKeyboard, filled()]).effects).toEqual([{ type: "reveal" }, { type: "focus" }]);
    expect(run([...pinned(), ask(grace, "keyboard"), ...seenAfter(2)]).effects).toEqual([
      { type: "reveal" },
      { type: "focus" },
    ]);
  });

  test("the next mention, shown in another way, doesn't take the focus", () => {
    const byKeyboard = [ask(ada, "keyboard"), ...seenAfter(1)];
    expect(run([...byKeyboard, over(grace), elapsed]).life).toMatchObject({ takesKeyboard: false });
    expect(run([...byKeyboard, ask(grace)]).life).toMatchObject({ takesKeyboard: false });
    expect(run([...byKeyboard, pin, ask(grace)]).life).toMatchObject({ takesKeyboard: false });
  });

  test("stays open wherever the pointer is, until it has been on the word or the card", () => {
    const asked = [ask(ada), ...seenAfter(1)];
    expectNothing(asked, away());
    expectNothing(asked, elapsed);
    expect(run([...asked, inCard(), away()]).effects).toEqual([wait(HOVER_HIDE_MS)]);
    expect(run([...asked, over(ada), away()]).effects).toEqual([wait(HOVER_HIDE_MS)]);
    expect(run([...asked, over(grace), away()])).toMatchObject({
      life: { found: ada, hold: { by: "asked" } },
      effects: [STOP],
    });
  });
});

describe("an open card", () => {
  test("stays open while the pointer is on the word or the card", () => {
    for (const back of [() => over(ada), () => inCard()])
      expect(run([...open(), away(), back()])).toMatchObject({
        life: { name: "open", hold: { by: "pointer" } },
        effects: [STOP],
      });
  });

  test("closes some time after the pointer has left both", () => {
    expect(run([...open(), away()])).toMatchObject({
      life: { name: "open", hold: { by: "leaving" } },
      effects: [wait(HOVER_HIDE_MS)],
    });
    expect(run([...open(), away(), elapsed])).toMatchObject({
      life: IDLE,
      effects: [STOP, HIDE],
    });
    // There was nothing to wait for.
    expectNothing(open(), elapsed);
  });

  test("only a pointer on its way to the card extends that time", () => {
    const left = [...open(), away(12)];
    expect(run([...left, away(14)]).effects).toEqual([wait(HOVER_HIDE_MS)]);
    expectNothing(left, away(2));
    const unseen: CardInput = { type: "away", at: { time: now() }, card: CARD };
    expect(run([...open(), unseen]).life).toMatchObject({
      hold: { by: "leaving", from: undefined },
    });
    expectNothing(left, { type: "away", at: undefined, card: CARD });
    expectNothing(left, { type: "away", at: { x: 20, y: 14, time: now() }, card: undefined });
  });

  test("changes to a neighboring mention only when the pointer rests on it", () => {
    const passing = [...open(), over(grace)];
    expect(run(passing)).toMatchObject({
      life: { found: ada, hold: { by: "neighbor", next: grace } },
      effects: [wait(SHOW_MS)],
    });
    expectNothing(passing, over(grace));
    expect(run([...passing, over(ada)])).toMatchObject({
      life: { found: ada, hold: { by: "pointer" } },
      effects: [STOP],
    });
    expect(run([...passing, away()])).toMatchObject({
      life: { found: ada, hold: { by: "leaving" } },
      effects: [wait(HOVER_HIDE_MS)],
    });
    expect(run([...passing, elapsed])).toMatchObject({
      life: { name: "open", found: grace, hold: { by: "pointer" } },
      effects: [STOP, load(2, grace)],
    });
    const another = mention("alan@example.com", 300);
    expect(run([...passing, over(another)])).toMatchObject({
      life: { hold: { next: another } },
      effects: [wait(SHOW_MS)],
    });
  });

  test("closes if the neighboring mention is gone by then", () => {
    expect(run([...open(), over(grace), { type: "elapsed", standing: undefined }])).toMatchObject({
      life: { name: "idle", dismissed: ada },
      effects: [STOP, HIDE],
    });
  });

  test.each([
    ["Esc, or a click elsewhere,", dismiss],
    ["its own Close", close],
    ["a resized window", windowResized],
  ])("%s closes it until the pointer has left the word", (_, input) => {
    expect(run([...open(), input])).toMatchObject({
      life: { name: "idle", dismissed: ada },
      effects: [STOP, HIDE],
    });
  });

  test("scrolling closes it too, unless the pointer is in it: a page can scroll by itself", () => {
    const scroll: CardInput = { type: "dismiss", by: "scroll" };
    expect(run([...open(), scroll]).effects).toEqual([STOP, HIDE]);
    expectNothing([...open(), inCard()], scroll);
    expect(run([...open(), inCard(), away(400), scroll]).effects).toEqual([STOP, HIDE]);
    expect(run([...open(), inCard(), dismiss]).effects).toEqual([STOP, HIDE]);
  });

  test("can't be unpinned before it is pinned", () => {
    expectNothing(open(), { type: "unpin" });
  });
});

describe("late pointer events", () => {
  /** The inputs until the pointer has entered the card. */
  const entered = () => {
    const before = [...open(), away()];
    const time = now();
    return { time, inputs: [...before, inCard(time)] };
  };

  test("from before the pointer entered the card", () => {
    const { time, inputs } = entered();
    expectNothing(inputs, away(0, time - CLOCK_SKEW_MS));
    expectNothing(inputs, over(grace, time - CLOCK_SKEW_MS));
    expectNothing(inputs, { type: "away", at: { time: time - CLOCK_SKEW_MS }, card: CARD });
    expectNothing(inputs, { ...over(grace, time - CLOCK_SKEW_MS), where: "in-frame" } as CardInput);
    expectNothing(inputs, { type: "away", at: undefined, card: CARD });
    expect(run([...inputs, away(0, time + 1)]).effects).toEqual([wait(HOVER_HIDE_MS)]);
    expect(run([...inputs, over(grace, time + 1)]).effects).toEqual([wait(SHOW_MS)]);
  });

  test("in the card, from before it was seen outside", () => {
    const before = open();
    const time = now();
    const inputs = [...before, away(0, time)];
    expectNothing(inputs, inCard(time + CLOCK_SKEW_MS));
    expect(run([...inputs, inCard(time + CLOCK_SKEW_MS + 1)]).effects).toEqual([STOP]);
    expectNothing([...before, { type: "seen", time }], inCard(time));
  });

  test("in a sub-frame, from before it was seen in the top frame", () => {
    const time = now();
    const inFrame = (at: number): CardInput => ({
      type: "over",
      found: grace,
      time: at,
      where: "in-frame",
    });
    expectNothing([{ type: "seen", time }], inFrame(time));
    expect(run([{ type: "seen", time }, inFrame(time + 1)]).life).toMatchObject({
      name: "pending",
      found: grace,
    });
    // In the top frame, only events older than one in the card or in a sub-frame are late.
    expect(run([{ type: "seen", time }, over(grace, time)]).life).toMatchObject({
      name: "pending",
    });
  });

  test("in the top frame, from before it was on a mention in a sub-frame", () => {
    const time = now();
    const inFrame: CardInput = { type: "over", found: grace, time, where: "in-frame" };
    expectNothing([inFrame], away(0, time - 50));
    expectNothing([inFrame], over(ada, time - 50));
    expect(run([inFrame, away(0, time + 50)]).life).toMatchObject({ name: "idle" });
  });

  test("from a closed card don't affect the next one", () => {
    const { time, inputs } = entered();
    const again = [...inputs, close, away(0, time - 50), over(grace, time - 50)];
    expect(run(again).life).toMatchObject({ name: "pending", found: grace });
  });
});

describe("a pinned card", () => {
  test("stays open through Esc, clicks, other mentions and the end of its word, until it is closed", () => {
    expect(run(pinned())).toMatchObject({
      life: { name: "pinned", found: ada, progress: { is: "seen" } },
      effects: [STOP],
    });
    expect(run(pinned()).life).not.toHaveProperty("hold");
    for (const input of [dismiss, away(), over(grace), elapsed, inCard(), pin])
      expectNothing(pinned(), input);
    expectNothing(pinned(), watched({ standing: undefined }));
    expect(run([...pinned(), close])).toMatchObject({
      life: { name: "idle", dismissed: ada },
      effects: [STOP, HIDE],
    });
  });

  test("follows the pointer again after it is unpinned", () => {
    const unpinned: CardInput[] = [...pinned(), { type: "unpin" }];
    expect(run(unpinned)).toMatchObject({
      life: { name: "open", found: ada, hold: { by: "pointer" }, progress: { is: "seen" } },
      effects: [],
    });
    expect(run([...unpinned, away(), elapsed]).effects).toEqual([STOP, HIDE]);
  });

  test("shows at once who the command or the menu asks for, and stays pinned", () => {
    expect(run([...pinned(), ask(grace)])).toMatchObject({
      life: {
        name: "pinned",
        found: grace,
        progress: { is: "loading", showing: 2, attempt: "first" },
      },
      effects: [STOP, load(2, grace)],
    });
  });

  test("stays inside the window when the window is resized", () => {
    const place: CardEffect = { type: "place", box: ada.box, expanded: true };
    expect(run([...pinned(), resize(true), windowResized])).toMatchObject({
      life: { name: "pinned" },
      effects: [place],
    });
    // This doesn't reveal it: the frame may still show someone else.
    const filling = [...pinned(), ask(grace), loaded(2), windowResized];
    expect(run(filling)).toMatchObject({
      life: { progress: { is: "filling" } },
      effects: [{ ...place, box: grace.box, expanded: false }],
    });
    expectNothing([...pinned(), ask(grace)], windowResized);
  });
});

describe("the second size", () => {
  const resized = (expanded: boolean): CardEffect => ({
    type: "resize",
    box: ada.box,
    expanded,
  });

  test("may move the card from under the pointer, which then doesn't count until it is back", () => {
    const larger = [...open(), resize(true)];
    expect(run(larger)).toMatchObject({
      life: { name: "open", expanded: true, hold: { by: "asked" } },
      effects: [STOP, resized(true)],
    });
    expectNothing(larger, away());
    expect(run([...larger, resize(false)])).toMatchObject({
      life: { expanded: false },
      effects: [STOP, resized(false)],
    });
  });

  test("leaves a pinned card pinned", () => {
    expect(run([...pinned(), resize(true)])).toMatchObject({
      life: { name: "pinned", expanded: true },
      effects: [resized(true)],
    });
  });

  test("isn't available before there is a host", () => {
    expectNothing([over(ada), elapsed], resize(true));
    expectNothing([...pinned(), ask(grace)], resize(true));
    expect(run([over(ada), elapsed, loaded(), resize(true)]).life).toMatchObject({
      expanded: true,
    });
  });

  test("is kept for one person, or while the card is pinned", () => {
    const larger = [...open(), resize(true)];
    expect(run([...larger, ask(ada)]).life).toMatchObject({ expanded: true });
    const elsewhere = mention("ada@example.com", 400);
    expect(run([...larger, over(elsewhere), elapsed]).life).toMatchObject({ expanded: true });
    expect(run([...larger, over(grace), elapsed]).life).toMatchObject({ expanded: false });
    expect(run([...larger, ask(grace)]).life).toMatchObject({ expanded: false });
    expect(run([...larger, pin, ask(grace)]).life).toMatchObject({ expanded: true });
    expect(run([...open(), ask(ada)]).life).toMatchObject({ expanded: false });
    expect(run([...larger, close, away(), over(ada), elapsed]).life).toMatchObject({
      expanded: false,
    });
  });
});

/** Ada's address after the page has redrawn it in another element. */
const redrawn: Found = { ...ada, element: {} as Element };

describe("a word that the page redraws", () => {
  test("becomes the word that the card is about", () => {
    const { life, effects } = run([...open(), watched({ standing: redrawn })]);
    expect(life).toMatchObject({ name: "open", hold: { by: "pointer" } });
    expect("found" in life && life.found).toBe(redrawn);
    expect(effects).toEqual([]);
  });

  test("counts as the same word for the pointer, before the watch has noticed", () => {
    expectNothing([over(ada)], over(redrawn));
    expect(run([...open(), over(redrawn)])).toMatchObject({
      life: { name: "open", found: ada, hold: { by: "pointer" } },
      effects: [STOP],
    });
    expectNothing([...open(), dismiss], over(redrawn));
  });

  test("is another word while the old element is in the page", () => {
    const kept: Found = { ...ada, element: { isConnected: true } as Element };
    expect(run([over(kept), over(redrawn)]).effects).toContainEqual(wait(SHOW_MS));
  });

  test("is the word that the card opens for", () => {
    const { life, effects } = run([over(ada), { type: "elapsed", standing: redrawn }]);
    expect("found" in life && life.found).toBe(redrawn);
    expect(effects).toContainEqual(load(1, redrawn));
    const next = run([...open(), over(grace), { type: "elapsed", standing: redrawn }]).life;
    expect("found" in next && next.found).toBe(redrawn);
  });
});

describe("watching an open card", () => {
  test("does nothing if nothing has changed", () => {
    expectNothing(open(), watched());
  });

  test("closes it if its word is gone, unless the pointer is in the card", () => {
    const closes = { life: IDLE, effects: [STOP, HIDE] };
    const gone = watched({ standing: undefined });
    expect(run([...open(), gone])).toMatchObject(closes);
    expectNothing([...open(), inCard()], gone);
    expect(run([...open(), inCard(), over(ada), gone])).toMatchObject(closes);
  });

  test("makes room for what the site opens next to the word, unless the pointer is in the card", () => {
    const inTheWay = watched({ host: "in-the-way" });
    expect(run([...open(), inTheWay])).toMatchObject({
      life: { name: "open", found: ada },
      effects: [{ type: "place", box: ada.box, expanded: false }],
    });
    expectNothing([...open(), inCard()], inTheWay);
    expectNothing(pinned(), inTheWay);
  });

  test.each(["displaced", "gone"] as const)("closes it if the host is %s", (host) => {
    expect(run([...open(), inCard(), watched({ host })])).toMatchObject({
      life: { name: "idle", dismissed: ada },
      effects: [STOP, HIDE],
    });
    expect(run([over(ada), elapsed, loaded(), watched({ host })]).life).toMatchObject({
      name: "idle",
    });
  });

  test("ignores a card that hasn't loaded yet", () => {
    expectNothing([over(ada), elapsed], watched({ host: "gone", standing: undefined }));
  });
});

describe("watching a pinned card", () => {
  const place: CardEffect = { type: "place", box: ada.box, expanded: false };
  const gone = watched({ host: "gone" });
  const displaced = watched({ host: "displaced" });

  test("does nothing if nothing has changed", () => {
    expectNothing(pinned(), watched());
  });

  test("restores a host that the page has hidden or moved: the frame still shows its answer", () => {
    expect(run([...pinned(), displaced])).toMatchObject({
      life: run(pinned()).life,
      effects: [place],
    });
    // Repeated moves have no further effect.
    expect(run([...pinned(), displaced, displaced, displaced])).toMatchObject({
      state: { showings: 1 },
      effects: [place],
    });
    // This doesn't reveal it.
    expect(run([...pinned(), ask(ada), loaded(2), displaced])).toMatchObject({
      life: { progress: { is: "filling", showing: 2 } },
      effects: [place],
    });
    expect(run([...pinned(), resize(true), displaced]).effects).toEqual([
      { ...place, expanded: true },
    ]);
  });

  test("replaces a host that is gone, and continues with the answer that it had", () => {
    const larger = [...pinned(), resize(true), gone];
    expect(run(larger)).toMatchObject({
      life: {
        name: "pinned",
        found: ada,
        expanded: true,
        progress: { is: "loading", showing: 2, attempt: "again" },
      },
      effects: [STOP, load(2, ada, true)],
    });
    expect(run([...larger, loaded(2)]).effects).toEqual([
      { type: "draw", box: ada.box, expanded: true },
      fill(2, ada, { pinned: true, expanded: true, again: true }),
    ]);
    expect(run([...larger, loaded(2), filled(2)])).toMatchObject({
      life: { name: "pinned", progress: { is: "seen" } },
      effects: [{ type: "reveal" }],
    });
  });

  test("starts again if the host is gone before it is filled, but not while it loads", () => {
    const loading = [...pinned(), gone];
    expectNothing(loading, gone);
    expectNothing(loading, displaced);
    expect(run([...loading, loaded(2), gone])).toMatchObject({
      life: { progress: { is: "loading", showing: 3, attempt: "again" } },
      effects: [STOP, load(3, ada, true)],
    });
  });

  test("replaces a stuck new frame, once", () => {
    const stuck = [...pinned(), gone, loaded(2), filled(2, false)];
    expect(run(stuck).effects).toEqual([STOP, load(3, ada, true)]);
    expect(run([...stuck, loaded(3), filled(3, false)]).effects).toEqual([{ type: "reveal" }]);
  });

  describe("taking the keyboard focus back", () => {
    const byKeyboard = () => [ask(ada, "keyboard"), ...seenAfter(1), pin];
    const lost = { isKeyboardLost: true };

    test("takes it if the card had it and the page has lost it since", () => {
      expect(run([...byKeyboard(), watched({ host: "displaced", ...lost })]).effects).toEqual([
        place,
        { type: "focus" },
      ]);
      const anew = [...byKeyboard(), watched({ host: "gone", ...lost }), ...seenAfter(2)];
      expect(run(anew).effects).toEqual([{ type: "reveal" }, { type: "focus" }]);
      // Not before it is visible.
      const filling = [...byKeyboard(), watched({ host: "gone", ...lost }), loaded(2)];
      expect(run([...filling, watched({ host: "displaced", ...lost })]).effects).toEqual([place]);
    });

    test("doesn't take it from where the user is typing", () => {
      expect(run([...byKeyboard(), displaced]).effects).toEqual([place]);
      expect(run([...byKeyboard(), gone, ...seenAfter(2)]).effects).toEqual([{ type: "reveal" }]);
    });

    test("doesn't take it if the pointer opened the card", () => {
      expect(run([...pinned(), watched({ host: "displaced", ...lost })]).effects).toEqual([place]);
      const anew = [...pinned(), watched({ host: "gone", ...lost }), ...seenAfter(2)];
      expect(run(anew).effects).toEqual([{ type: "reveal" }]);
    });
  });
});

describe("when the page is left", () => {
  const REMOVE: CardEffect = { type: "remove" };

  test.each([
    ["nothing", [], [STOP, REMOVE]],
    ["a frame that is warming up", [over(ada)], [STOP, REMOVE]],
    ["an open card", open(), [STOP, HIDE, REMOVE]],
    ["a pinned card", pinned(), [STOP, HIDE, REMOVE]],
  ])("nothing of the extension stays: %s", (_, inputs, effects) => {
    expect(run([...inputs, leave])).toMatchObject({ life: IDLE, effects });
  });
});
