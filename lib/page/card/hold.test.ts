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
/** Just below the word, then further towards the card, which is below, and away from it. */
const first = at(12, 100);
const nearer = at(30, 200);
const further = at(2, 200);
const leaving: Hold = { by: "leaving", from: first };

describe("the pointer rests on another mention", () => {
  test("what was asked for does not mind the pointer any more than before", () => {
    const neighbor = { by: "neighbor", next, isForeseen: false, before: "asked" };
    expect(besides(ASKED, next)).toEqual(neighbor);
    const another = mention("alan@example.com");
    expect(besides(neighbor as Hold, another)).toEqual({ ...neighbor, next: another });
  });

  test("else it is the pointer's", () => {
    for (const hold of [BY_POINTER, leaving, besides(BY_POINTER, mention("alan@example.com"))])
      expect(besides(hold, next)).toEqual({
        by: "neighbor",
        next,
        isForeseen: false,
        before: "pointer",
      });
  });
});

describe("the pointer is on neither mention nor card", () => {
  test("what was asked for stays", () => {
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

  test("on its way to the card it keeps that open, from where it has left the word", () => {
    expect(away(leaving, nearer, card)).toEqual({ hold: leaving, time: "begins" });
    expect(away(leaving, further, card)).toEqual({ hold: leaving, time: "goes-on" });
    // Seen from where it was last, this would be on the way.
    const back = at(14, 300);
    expect(away({ by: "leaving", from: nearer }, back, card).time).toBe("goes-on");
  });

  test("but not for longer than anybody takes", () => {
    const late = (ms: number) => at(30, first.time + ms);
    expect(away(leaving, late(SAFE_PATH_MS - 1), card).time).toBe("begins");
    expect(away(leaving, late(SAFE_PATH_MS), card).time).toBe("goes-on");
  });

  test("nor without a card, nor where nobody sees it", () => {
    expect(away(leaving, nearer, undefined)).toEqual({ hold: leaving, time: "goes-on" });
    expect(away(leaving, undefined, card)).toEqual({ hold: leaving, time: "goes-on" });
  });

  test("that it has left a frame by an unseen way: its way to the card begins where it is seen first", () => {
    const unseen: Hold = { by: "leaving", from: undefined };
    expect(away(unseen, first, card)).toEqual({ hold: leaving, time: "begins" });
    expect(away(unseen, undefined, card)).toEqual({ hold: unseen, time: "goes-on" });
  });
});
