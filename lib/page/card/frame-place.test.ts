// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import type { PointerPlace } from "../pointer.ts";
import { toTop } from "./frame-place.ts";

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
const anchorAt = (zoom = 1) => {
  const { screenX, screenY } = at(120, 180, zoom);
  return { left: 10, top: 25, width: 90, height: 16, pointer: { x: 20, y: 30, screenX, screenY } };
};

/** The element of a frame, drawn at another size than its own. */
const frame = (scale = 1) => {
  const element = document.createElement("iframe");
  element.style.padding = "0px";
  document.body.append(element);
  const box = { left: 100, top: 150, width: 300 * scale, height: 200 * scale };
  return Object.defineProperties(element, {
    getBoundingClientRect: { value: () => box },
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

  test("from a frame that is drawn smaller", () => {
    const box = { x: 115, y: 177.5, width: 45, height: 8 };
    expect(toTop(anchorAt(), at(300, 200), 1, frame(0.5))).toMatchObject(box);
  });

  test("without a pointer, inside the frame that has the focus", () => {
    const anchor = { left: 10, top: 25, width: 90, height: 16 };
    expect(toTop(anchor, at(300, 200), 1, frame())).toMatchObject({ x: 112, y: 177 });
  });

  test("of a pointer that came straight into the frame, inside the frame below it", () => {
    expect(toTop(anchorAt(), undefined, 1, frame())).toMatchObject({ x: 112, y: 177 });
  });
});
