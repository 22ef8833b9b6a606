import { describe, expect, test } from "vitest";
import { isTowards } from "./safe-path.ts";

const card = { left: 100, top: 124, width: 400, height: 340 };

describe("isTowards", () => {
  test.each([
    ["straight down to a card below", { x: 150, y: 110 }, { x: 160, y: 120 }, true],
    ["slanting to the card's far corner", { x: 150, y: 110 }, { x: 300, y: 119 }, true],
    ["away upwards", { x: 150, y: 110 }, { x: 150, y: 90 }, false],
    ["along the line of text", { x: 150, y: 110 }, { x: 400, y: 110 }, false],
    ["up to a card above", { x: 150, y: 500 }, { x: 160, y: 480 }, true],
    ["from the left", { x: 50, y: 200 }, { x: 80, y: 210 }, true],
    ["from the right", { x: 560, y: 200 }, { x: 520, y: 210 }, true],
  ])("%s", (_, from, point, expected) => {
    expect(isTowards(from, point, card)).toBe(expected);
  });
});
