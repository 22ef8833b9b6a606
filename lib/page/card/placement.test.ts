import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Box, MORE_SIZE, place, placeAgain } from "./placement.ts";

const size = { width: 400, height: 340 };
const view = { width: 1280, height: 800 };
const word = (left: number, top: number) => ({ left, top, width: 120, height: 18 });

describe("place", () => {
  test.each([
    ["below the word where there is room", word(100, 100), { left: 100, top: 124 }],
    ["above it near the bottom", word(100, 700), { left: 100, top: 354 }],
    ["moved in from the right edge", word(1200, 100), { left: 872, top: 124 }],
  ])("%s", (_, at, expected) => {
    expect(place(at, size, view)).toMatchObject(expected);
  });

  test("next to the word if there is room neither above nor below", () => {
    expect(place(word(100, 200), size, { width: 1280, height: 400 })).toMatchObject({
      left: 226,
      top: 52,
    });
    expect(place(word(1000, 200), size, { width: 1280, height: 400 })).toMatchObject({
      left: 594,
      top: 52,
    });
  });

  test("always at its size, and inside a window that is large enough", () => {
    const coordinate = fc.integer({ min: -200, max: 1400 });
    fc.assert(
      fc.property(coordinate, coordinate, (left, top) => {
        const card = place(word(left, top), size, view);
        expect(card).toMatchObject(size);
        expect(card.left).toBeGreaterThanOrEqual(8);
        expect(card.top).toBeGreaterThanOrEqual(8);
        expect(card.left + card.width).toBeLessThanOrEqual(view.width - 8);
        expect(card.top + card.height).toBeLessThanOrEqual(view.height - 8);
      }),
    );
  });

  test("as high as there is room for, but not smaller than its first size, even if it then covers the word", () => {
    const narrow = { width: 560, height: 600 };
    expect(place(word(100, 100), MORE_SIZE, narrow)).toMatchObject({ top: 124, height: 468 });
    expect(place(word(100, 400), MORE_SIZE, narrow)).toMatchObject({ top: 8, height: 386 });
    expect(place(word(100, 300), MORE_SIZE, narrow)).toMatchObject({ height: 520 });
  });

  test("shrinks in a window that is smaller than the card", () => {
    expect(place(word(10, 10), size, { width: 300, height: 200 })).toMatchObject({
      width: 284,
      height: 184,
    });
  });
});

describe("place next to what the site has opened", () => {
  const overlaps = (a: Box, b: Box) =>
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height;
  const at = word(400, 380);
  const below = { left: 400, top: 402, width: 120, height: 30 };

  test.each([
    ["above the word, if a tooltip is below", [below], { left: 400, top: 34 }],
    ["to its right, if something is above too", [below, { ...below, top: 340 }], { left: 526 }],
  ])("%s", (_, popups, expected) => {
    const card = place(at, size, view, popups);
    expect(card).toMatchObject(expected);
    for (const popup of popups) expect(overlaps(card, popup)).toBe(false);
  });

  test("beyond it, if the word has no other side with room", () => {
    const high = { left: 380, top: 402, width: 560, height: 30 };
    const low = { left: 0, top: 340, width: 1280, height: 30 };
    const card = place(at, size, { width: 1280, height: 900 }, [high, low]);
    expect(card.top).toBe(438);
    expect(card).toMatchObject(size);
  });

  test("as if it weren't there, if it is everywhere", () => {
    const everywhere = { left: 0, top: 0, width: 1280, height: 800 };
    expect(place(at, size, view, [everywhere])).toEqual(place(at, size, view));
  });
});

describe("placeAgain", () => {
  const again = (at: Box, window = view) => {
    const before = place(at, size, window);
    const more = placeAgain(before, at, MORE_SIZE, window);
    return { before, more, less: placeAgain(more, at, size, window) };
  };
  const corner = ({ left, top }: Box) => ({ left, top });

  test("grows and shrinks downward if there is room below", () => {
    const { before, more, less } = again(word(100, 100));
    expect(corner(more)).toEqual(corner(before));
    expect(less).toEqual(before);
  });

  test("grows upward from above the word, and shrinks without moving from under the pointer", () => {
    const { more, less } = again(word(100, 700));
    expect(more).toEqual({ left: 100, top: 174, ...MORE_SIZE });
    expect(less).toEqual({ left: 100, top: 174, ...size });
  });

  test("never covers a word if it doesn't have to", () => {
    const overlaps = (a: Box, b: Box) =>
      a.left < b.left + b.width &&
      b.left < a.left + a.width &&
      a.top < b.top + b.height &&
      b.top < a.top + a.height;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1160 }),
        fc.integer({ min: 0, max: 780 }),
        (left, top) => {
          const { more, less } = again(word(left, top));
          expect(more).toMatchObject(MORE_SIZE);
          expect(overlaps(more, word(left, top))).toBe(false);
          expect(overlaps(less, word(left, top))).toBe(false);
        },
      ),
    );
  });
});
