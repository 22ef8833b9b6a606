// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { learn } from "../top-view.ts";
import { toTop } from "./frame-place.ts";

const at = (x: number, y: number, zoom = 1) => ({
  x,
  y,
  screenX: 50 + x * zoom,
  screenY: 120 + y * zoom,
  time: 0,
});

describe("carrying a box from a frame to the top frame", () => {
  test("over the pointer's place on the screen", () => {
    const view = learn(undefined, at(300, 200));
    // A frame whose corner is at 100, 150 in the top frame; the pointer is at 20, 30 in it.
    const anchor = {
      left: 10,
      top: 25,
      width: 90,
      height: 16,
      pointer: { x: 20, y: 30, ...screenOf(120, 180) },
    };
    expect(toTop(anchor, view, null)).toMatchObject({ x: 110, y: 175, width: 90, height: 16 });
  });

  test("with the page zoomed, once the pointer has moved far enough to tell", () => {
    let view = learn(undefined, at(0, 0, 1.5));
    view = learn(view, at(100, 100, 1.5));
    expect(view.zoom).toBeCloseTo(1.5);
    view = learn(view, at(101, 100, 1.5));
    expect(view.zoom).toBeCloseTo(1.5);
    const anchor = {
      left: 10,
      top: 25,
      width: 90,
      height: 16,
      pointer: { x: 20, y: 30, ...screenOf(120, 180, 1.5) },
    };
    expect(toTop(anchor, view, null)).toMatchObject({ x: 110, y: 175 });
  });

  test("without a pointer, beside the frame that has the focus", () => {
    const anchor = { left: 10, top: 25, width: 90, height: 16 };
    const frame = { getBoundingClientRect: () => ({ left: 100, top: 150 }) } as Element;
    expect(toTop(anchor, undefined, frame)).toMatchObject({ x: 110, y: 175 });
  });
});

function screenOf(x: number, y: number, zoom = 1) {
  const { screenX, screenY } = at(x, y, zoom);
  return { screenX, screenY };
}
