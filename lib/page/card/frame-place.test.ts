// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import type { PointerPlace } from "../pointer.ts";
import { toTop } from "./frame-place.ts";

vi.stubGlobal("chrome", {});

/** A pointer place in the top frame, whose origin is at 50, 120 on the screen. */
const at = (x: number, y: number, zoom = 1): PointerPlace => ({
  x,
  y,
  screenX: 50 + x * zoom,
  screenY: 120 + y * zoom,
  time: 0,
  holds: () => false,
});

/** The anchor in a frame whose origin is at 100, 150 in the top frame. The pointer is at 20, 30 in it. */
const anchorAt = (zoom = 1, isDirect = false) => {
  const { screenX, screenY } = at(120, 180, zoom);
  const pointer = { x: 20, y: 30, screenX, screenY };
  return { left: 10, top: 25, width: 90, height: 16, isDirect, pointer };
};

/** The frame element, scaled by the given factor. */
const frame = (scale = 1) => {
  const element = document.createElement("div");
  element.style.padding = "0px";
  document.body.append(element);
  const box = { left: 100, top: 150, width: 300 * scale, height: 200 * scale };
  return Object.defineProperties(element, {
    getBoundingClientRect: { value: () => box, configurable: true },
    offsetWidth: { value: 300 },
    offsetHeight: { value: 200 },
    clientLeft: { value: 2 },
    clientTop: { value: 2 },
  });
};

describe("converting a box from a sub-frame to the top frame", () => {
  test("uses the pointer's position on the screen", () => {
    const box = { x: 110, y: 175, width: 90, height: 16 };
    expect(toTop(anchorAt(), at(300, 200), 1, null)).toMatchObject(box);
  });

  test("works in a zoomed page", () => {
    expect(toTop(anchorAt(1.5), at(0, 0, 1.5), 1.5, null)).toMatchObject({ x: 110, y: 175 });
  });

  test("uses the position of the element for a frame directly in the top frame", () => {
    const wrong = { ...at(300, 200), screenX: 7, screenY: 7 };
    expect(toTop(anchorAt(1, true), wrong, 1, frame())).toMatchObject({ x: 112, y: 177 });
  });

  test("works for a scaled frame", () => {
    const box = { x: 106, y: 163.5, width: 45, height: 8 };
    expect(toTop(anchorAt(1, true), at(300, 200), 1, frame(0.5))).toMatchObject(box);
  });

  test("works for a rotated frame", () => {
    const turned = frame();
    turned.style.transform = "matrix(0, 1, -1, 0, 0, 0)";
    Object.defineProperty(turned, "getBoundingClientRect", {
      value: () => ({ left: 150, top: 100, width: 200, height: 300 }),
    });
    // 12, 27 from the upper left corner, which is now the upper right one.
    const box = { x: 150 + 200 - 27 - 16, y: 100 + 12, width: 16, height: 90 };
    expect(toTop(anchorAt(1, true), at(300, 200), 1, turned)).toMatchObject(box);
  });

  test("without a pointer, uses the focused frame", () => {
    const anchor = { left: 10, top: 25, width: 90, height: 16, isDirect: false };
    expect(toTop(anchor, at(300, 200), 1, frame())).toMatchObject({ x: 112, y: 177 });
  });

  test("for a pointer that entered the frame directly, uses the frame below it", () => {
    expect(toTop(anchorAt(), undefined, 1, frame())).toMatchObject({ x: 112, y: 177 });
  });
});
