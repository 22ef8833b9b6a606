import { describe, expect, test } from "vitest";
import {
  CLOCK_SKEW_MS,
  inFrame,
  intoCard,
  isInCard,
  LATE_MAX_MS,
  outOfCard,
  seenOutside,
  UNSEEN,
  type Whereabouts,
  withoutCard,
} from "./pointer-whereabouts.ts";

const AT = 1_000_000;
const outside: Whereabouts = { outsideAt: AT, inFrameAt: 0, card: { is: "not-entered" } };
const inside: Whereabouts = {
  outsideAt: AT - 100,
  inFrameAt: 0,
  card: { is: "entered", seenAt: AT },
};
const outAgain: Whereabouts = {
  outsideAt: AT - 100,
  inFrameAt: 0,
  card: { is: "left", seenAt: AT },
};

test("a clock that was set back makes nothing late", () => {
  const back = AT - LATE_MAX_MS;
  const long = {
    outsideAt: AT - 100,
    inFrameAt: 0,
    card: { is: "entered", seenAt: AT + CLOCK_SKEW_MS },
  } as const;
  expect(seenOutside(outside, back)).toMatchObject({ outsideAt: back });
  expect(intoCard({ ...outside, outsideAt: AT - CLOCK_SKEW_MS }, back)).toMatchObject({
    card: { is: "entered", seenAt: back },
  });
  expect(outOfCard(long, back)).toMatchObject({ card: { is: "left" } });
  expect(inFrame(outside, back)).toMatchObject({ outsideAt: AT });
  // Otherwise, it is late.
  expect(seenOutside(outside, back + 1)).toMatchObject({ outsideAt: AT });
  expect(outOfCard(long, back + 1)).toBeUndefined();
  expect(inFrame(outside, back + 1)).toBeUndefined();
});

test("at first, the pointer hasn't been seen", () => {
  expect(UNSEEN).toEqual({ outsideAt: 0, inFrameAt: 0, card: { is: "not-entered" } });
  expect([UNSEEN, outside, inside, outAgain].map(isInCard)).toEqual([false, false, true, false]);
});

describe("seen in the top frame", () => {
  test("the newest time counts, and the pointer may still be in the card", () => {
    expect(seenOutside(outside, AT + 1)).toEqual({ ...outside, outsideAt: AT + 1 });
    expect(seenOutside(outside, AT - 1)).toEqual(outside);
    expect(seenOutside(inside, AT + 1)).toEqual({ ...inside, outsideAt: AT + 1 });
  });
});

describe("seen in the card", () => {
  test("it is in the card at once if it hasn't been seen before", () => {
    expect(intoCard(UNSEEN, AT)).toEqual({
      outsideAt: 0,
      inFrameAt: 0,
      card: { is: "entered", seenAt: AT },
    });
  });

  test("the event must be later than the one outside by more than clocks differ; otherwise it is late", () => {
    expect(intoCard(outside, AT + CLOCK_SKEW_MS)).toBeUndefined();
    expect(intoCard(outside, AT + CLOCK_SKEW_MS + 1)).toEqual({
      outsideAt: AT,
      inFrameAt: 0,
      card: { is: "entered", seenAt: AT + CLOCK_SKEW_MS + 1 },
    });
  });
});

describe("seen outside", () => {
  test("it has left the card, unless the event is older than the card's by more than clocks differ", () => {
    expect(outOfCard(inside, AT - CLOCK_SKEW_MS)).toBeUndefined();
    const time = AT - CLOCK_SKEW_MS + 1;
    expect(outOfCard(inside, time)).toEqual({
      outsideAt: time,
      inFrameAt: 0,
      card: { is: "left", seenAt: AT },
    });
    expect(outOfCard(outAgain, AT - CLOCK_SKEW_MS)).toBeUndefined();
    expect(outOfCard(outAgain, AT + 5)).toEqual({ ...outAgain, outsideAt: AT + 5 });
  });

  test("if it was never in the card, any time is accepted, and the newest counts", () => {
    expect(outOfCard(outside, AT - 50)).toEqual(outside);
    expect(outOfCard(UNSEEN, AT)).toEqual(outside);
  });

  test("without a time, it has left a frame: perhaps into the card, where it may be by now", () => {
    expect(outOfCard(inside)).toBeUndefined();
    expect(outOfCard(outAgain)).toEqual(outAgain);
    expect(outOfCard(outside)).toEqual(outside);
  });
});

describe("seen on a mention in another frame", () => {
  test("it is there, unless it has been seen in the top frame since", () => {
    expect(inFrame(outside, AT)).toBeUndefined();
    expect(inFrame(outside, AT + 1)).toEqual({ ...outside, inFrameAt: AT + 1 });
  });

  test("it has left the card, unless it has entered the card since", () => {
    expect(inFrame(inside, AT - CLOCK_SKEW_MS)).toBeUndefined();
    expect(inFrame(inside, AT + 1)).toEqual({ ...outAgain, inFrameAt: AT + 1 });
  });

  test("an older event of the top frame that arrives later is late, by more than clocks differ", () => {
    const there = { ...outside, inFrameAt: AT + 100 };
    expect(outOfCard(there, AT + 100 - CLOCK_SKEW_MS)).toBeUndefined();
    const time = AT + 101 - CLOCK_SKEW_MS;
    expect(outOfCard(there, time)).toEqual({ ...there, outsideAt: time });
    expect(outOfCard(there)).toEqual(there);
  });
});

test("once the card is hidden, the pointer isn't and wasn't in it", () => {
  expect(withoutCard(inside)).toEqual({
    outsideAt: AT - 100,
    inFrameAt: 0,
    card: { is: "not-entered" },
  });
});
