import { describe, expect, test } from "vitest";
import { mention } from "./fake-mention.ts";
import {
  ASKED,
  away,
  BY_POINTER,
  besides,
  type Hold,
  SAFE_PATH_MS,
  type Sighting,
} from "./hold.ts";

const next = mention("grace@example.com");
const card = { left: 0, top: 50, width: 400, height: 300 };
const at = (y: number, time: number): Sighting => ({ x: 20, y, time });
/** Just below the word, then closer to the card, which is below it, and further away from it. */
const first = at(12, 100);
const nearer = at(30, 200);
const further = at(2, 200);
const leaving: Hold = { by: "leaving", from: first };

describe("the pointer rests on another mention", () => {
  test("a card that was asked for still ignores the pointer", () => {
    const neighbor = { by: "neighbor", next, isPrefetched: false, before: "asked" };
    expect(besides(ASKED, next)).toEqual(neighbor);
    const another = mention("alan@example.com");
    expect(besides(neighbor as Hold, another)).toEqual({ ...neighbor, next: another });
  });

  test("otherwise, it follows the pointer", () => {
    for (const hold of [BY_POINTER, leaving, besides(BY_POINTER, mention("alan@example.com"))])
      expect(besides(hold, next)).toEqual({
        by: "neighbor",
        next,
        isPrefetched: false,
        before: "pointer",
      });
  });
});

describe("the pointer is on neither mention nor card", () => {
  test("a card that was asked for stays", () => {
    expect(away(ASKED, first, card)).toEqual({ hold: ASKED, time: "goes-on" });
    expect(away(besides(ASKED, next), first, card)).toEqual({ hold: ASKED, time: "stops" });
  });

  test.each([
    ["the word or the card", BY_POINTER],
    ["a neighbor", besides(BY_POINTER, next)],
  ])("it has just left %s", (_, hold) => {
    expect(away(hold, first, card)).toEqual({ hold: leaving, time: "begins" });
    expect(away(hold, undefined, card)).toEqual({
      hold: { by: "leaving", from: undefined },
      time: "begins",
    });
  });

  test("on its way to the card it keeps the card open, measured from where it left the word", () => {
    expect(away(leaving, nearer, card)).toEqual({ hold: leaving, time: "begins" });
    expect(away(leaving, further, card)).toEqual({ hold: leaving, time: "goes-on" });
    // Measured from its last position, this would be on the way.
    const back = at(14, 300);
    expect(away({ by: "leaving", from: nearer }, back, card).time).toBe("goes-on");
  });

  test("but not for longer than anyone takes", () => {
    const late = (ms: number) => at(30, first.time + ms);
    expect(away(leaving, late(SAFE_PATH_MS - 1), card).time).toBe("begins");
    expect(away(leaving, late(SAFE_PATH_MS), card).time).toBe("goes-on");
  });

  test("not without a card, nor where the pointer's position is unknown", () => {
    expect(away(leaving, nearer, undefined)).toEqual({ hold: leaving, time: "goes-on" });
    expect(away(leaving, undefined, card)).toEqual({ hold: leaving, time: "goes-on" });
  });

  test("if it left a frame unseen, its way to the card starts where it is first seen", () => {
    const unseen: Hold = { by: "leaving", from: undefined };
    expect(away(unseen, first, card)).toEqual({ hold: leaving, time: "begins" });
    expect(away(unseen, undefined, card)).toEqual({ hold: unseen, time: "goes-on" });
  });
});
