import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { place } from "./placement.ts";

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

  test("beside the word where neither above nor below has room", () => {
    expect(place(word(100, 200), size, { width: 1280, height: 400 })).toMatchObject({
      left: 226,
      top: 52,
    });
    expect(place(word(1000, 200), size, { width: 1280, height: 400 })).toMatchObject({
      left: 594,
      top: 52,
    });
  });

  test("always of its size and inside a window that is large enough", () => {
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

  test("shrinks in a window that is smaller than the card", () => {
    expect(place(word(10, 10), size, { width: 300, height: 200 })).toMatchObject({
      width: 284,
      height: 184,
    });
  });
});
