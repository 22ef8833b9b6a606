import { describe, expect, test } from "vitest";
import { HOVER_HIDE_MS, HOVER_SHOW_MS } from "../../limits.ts";
import type { Found } from "../found.ts";
import { type CardEffect, type CardInput, type CardState, IDLE, step } from "./card-machine.ts";

const element = {} as Element;
const found = (value: string, x = 0): Found => ({
  sought: { kind: "email", value },
  box: { x, y: 0, left: x, top: 0, right: x + 50, bottom: 10, width: 50, height: 10 } as DOMRect,
  element,
  isThere: () => true,
});
const ada = found("ada@example.com");
const grace = found("grace@example.com", 200);
const over = (f: Found): CardInput => ({ type: "over", found: f });
const away: CardInput = { type: "away", towardsCard: false };

/** Runs inputs one after another. */
function run(inputs: CardInput[]) {
  let state: CardState = IDLE;
  const effects: CardEffect[] = [];
  let timer: number | "stop" | undefined;
  for (const input of inputs) {
    const next = step(state, input);
    state = next.state;
    if (next.effect) effects.push(next.effect);
    timer = next.timer;
  }
  return { state, effects, timer };
}
const elapsed: CardInput = { type: "elapsed" };

describe("the card's state machine", () => {
  test("warms the frame at the first mention and waits before it shows", () => {
    const { state, effects, timer } = run([over(ada)]);
    expect(state).toEqual({ name: "pending", found: ada });
    expect(effects).toEqual([{ type: "warm" }]);
    expect(timer).toBe(HOVER_SHOW_MS);
  });

  test("waits as long as the settings say", () => {
    expect(step(IDLE, over(ada), 700).timer).toBe(700);
    const open: CardState = { name: "open", found: ada, hold: "pointer" };
    expect(step(open, over(grace), 700).timer).toBe(700);
  });

  test("opens when the pointer has rested long enough", () => {
    expect(run([over(ada), elapsed])).toMatchObject({
      state: { name: "open", found: ada, hold: "pointer" },
      effects: [{ type: "warm" }, { type: "show", found: ada }],
      timer: "stop",
    });
  });

  test("moving within the word does not begin the wait anew", () => {
    expect(run([over(ada), over(ada)]).timer).toBeUndefined();
  });

  test("a pointer that leaves before the time shows nothing", () => {
    expect(run([over(ada), away])).toMatchObject({
      state: IDLE,
      effects: [{ type: "warm" }],
      timer: "stop",
    });
  });

  test("stays while the pointer is on the card, and closes some time after it left both", () => {
    const left = run([over(ada), elapsed, away]);
    expect(left).toMatchObject({ state: { name: "open", hold: "leaving" }, timer: HOVER_HIDE_MS });
    expect(run([over(ada), elapsed, away, { type: "on-card" }])).toMatchObject({
      state: { name: "open", hold: "pointer" },
      timer: "stop",
    });
    expect(run([over(ada), elapsed, away, elapsed])).toMatchObject({
      state: IDLE,
      effects: [{ type: "warm" }, { type: "show" }, { type: "hide" }],
    });
  });

  test("given another size, it waits for the pointer to come onto it again", () => {
    const resized: CardInput = { type: "resized" };
    const shown = [over(ada), elapsed, resized];
    expect(run([...shown, away])).toMatchObject({ state: { name: "open" }, timer: "stop" });
    expect(run([...shown, { type: "on-card" }, away]).timer).toBe(HOVER_HIDE_MS);
    expect(run([over(ada), elapsed, away, resized]).timer).toBe("stop");
    const pinned: CardInput[] = [over(ada), elapsed, { type: "pin" }, resized];
    expect(run(pinned).state).toEqual({ name: "pinned", found: ada });
  });

  test("only a pointer on its way to the card prolongs the wait", () => {
    expect(run([over(ada), elapsed, away, away]).timer).toBeUndefined();
    expect(run([over(ada), elapsed, away, { type: "away", towardsCard: true }]).timer).toBe(
      HOVER_HIDE_MS,
    );
  });

  test("goes over to a neighbour only when the pointer rests on it: no flicker", () => {
    const passing = run([over(ada), elapsed, over(grace)]);
    expect(passing).toMatchObject({
      state: { name: "open", found: ada, next: grace },
      timer: HOVER_SHOW_MS,
    });
    expect(run([over(ada), elapsed, over(grace), elapsed]).effects.at(-1)).toEqual({
      type: "show",
      found: grace,
    });
    expect(run([over(ada), elapsed, over(grace), over(ada)])).toMatchObject({
      state: { name: "open", found: ada },
      timer: "stop",
    });
  });

  test("Esc under a resting pointer keeps it closed until the pointer has left", () => {
    const dismissed = [over(ada), elapsed, { type: "dismiss" } as const];
    expect(run([...dismissed, over(ada)]).state).toEqual({ name: "idle", dismissed: ada });
    expect(run([...dismissed, away, over(ada)]).state).toMatchObject({ name: "pending" });
    expect(run([...dismissed, over(grace)]).state).toMatchObject({ name: "pending", found: grace });
  });

  test("a pinned card stays through Esc, clicks and other mentions until it is closed", () => {
    const pinned: CardInput[] = [over(ada), elapsed, { type: "pin" }];
    expect(run([...pinned, { type: "dismiss" }, away, over(grace), elapsed]).state).toEqual({
      name: "pinned",
      found: ada,
    });
    expect(run([...pinned, { type: "close" }]).effects.at(-1)).toEqual({ type: "hide" });
    expect(run([...pinned, { type: "unpin" }, away, elapsed]).effects.at(-1)).toEqual({
      type: "hide",
    });
  });

  test("what keyboard or menu asked for stays wherever the pointer is, until that has been on the card", () => {
    const asked: CardInput = { type: "ask", found: ada };
    expect(run([asked, away]).state).toEqual({ name: "open", found: ada, hold: "asked" });
    expect(run([asked, away]).timer).toBe("stop");
    expect(run([asked, { type: "on-card" }, away, elapsed]).effects.at(-1)).toEqual({
      type: "hide",
    });
    expect(run([asked, over(grace), away]).state).toEqual({
      name: "open",
      found: ada,
      hold: "asked",
    });
    expect(run([asked, { type: "dismiss" }]).effects.at(-1)).toEqual({ type: "hide" });
  });

  test("leaving a neighbour before its time closes after the usual wait", () => {
    expect(run([over(ada), elapsed, over(grace), away])).toMatchObject({
      state: { name: "open", found: ada, hold: "leaving" },
      timer: HOVER_HIDE_MS,
    });
  });

  test("keyboard and menu show at once, in a pinned card too", () => {
    expect(run([{ type: "ask", found: ada }]).effects).toEqual([{ type: "show", found: ada }]);
    const pinned = run([over(ada), elapsed, { type: "pin" }, { type: "ask", found: grace }]);
    expect(pinned.state).toEqual({ name: "pinned", found: grace });
    expect(pinned.effects.at(-1)).toEqual({ type: "show", found: grace });
  });
});
