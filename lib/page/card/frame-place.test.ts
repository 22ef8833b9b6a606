// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import type { PointerPlace } from "../pointer.ts";
import { toTop } from "./frame-place.ts";

vi.stubGlobal("chrome", {});

/** The pointer in the top frame, whose corner is at 50, 120 on the screen. */
const at = (x: number, y: number, zoom = 1): PointerPlace => ({
  x,
  y,
  screenX: 50 + x * zoom,
  screenY: 120 + y * zoom,
  time: 0,
  holds: () => false,
});

/** The anchor in a frame whose corner is at 100, 150 in the top frame; the pointer is at 20, 30 in it. */
const anchorAt = (zoom = 1, isDirect = false) => {
  const { screenX, screenY } = at(120, 180, zoom);
  const pointer = { x: 20, y: 30, screenX, screenY };
  return { left: 10, top: 25, width: 90, height: 16, isDirect, pointer };
};

/** The element of a frame, drawn at another size than its own. */
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

describe("carrying a box from a frame to the top frame", () => {
  test("over the pointer's place on the screen", () => {
    const box = { x: 110, y: 175, width: 90, height: 16 };
    expect(toTop(anchorAt(), at(300, 200), 1, null)).toMatchObject(box);
  });

  test("with the page zoomed", () => {
    expect(toTop(anchorAt(1.5), at(0, 0, 1.5), 1.5, null)).toMatchObject({ x: 110, y: 175 });
  });

  test("from a frame right inside the top frame, over the place of its element", () => {
    const wrong = { ...at(300, 200), screenX: 7, screenY: 7 };
    expect(toTop(anchorAt(1, true), wrong, 1, frame())).toMatchObject({ x: 112, y: 177 });
  });

  test("that is drawn smaller", () => {
    const box = { x: 106, y: 163.5, width: 45, height: 8 };
    expect(toTop(anchorAt(1, true), at(300, 200), 1, frame(0.5))).toMatchObject(box);
  });

  test("that is turned", () => {
    const turned = frame();
    turned.style.transform = "matrix(0, 1, -1, 0, 0, 0)";
    Object.defineProperty(turned, "getBoundingClientRect", {
      value: () => ({ left: 150, top: 100, width: 200, height: 300 }),
    });
    // 12, 27 from the upper left corner, which is the upper right one now.
    const box = { x: 150 + 200 - 27 - 16, y: 100 + 12, width: 16, height: 90 };
    expect(toTop(anchorAt(1, true), at(300, 200), 1, turned)).toMatchObject(box);
  });

  test("without a pointer, inside the frame that has the focus", () => {
    const anchor = { left: 10, top: 25, width: 90, height: 16, isDirect: false };
    expect(toTop(anchor, at(300, 200), 1, frame())).toMatchObject({ x: 112, y: 177 });
  });

  test("of a pointer that came straight into the frame, inside the frame below it", () => {
    expect(toTop(anchorAt(), undefined, 1, frame())).toMatchObject({ x: 112, y: 177 });
  });
});
