import { flatParent } from "./look/flat-tree.ts";
import { focusedElement, shadowRootOf } from "./shadow.ts";

/** Finds the frame element that has the keyboard focus or the pointer, in shadow trees too. */

export function isFrame(element: Element): boolean {
  return /^i?frame$/.test(element.localName);
}

export function focusedFrame(): Element | null {
  const focused = focusedElement();
  return focused && isFrame(focused) ? focused : null;
}

/** Uses `:hover`, which also applies to a frame of another process. */
export function hoveredFrame(): Element | null {
  let scope: Document | ShadowRoot | null = document;
  while (scope) {
    const hovered: Element | undefined = [...scope.querySelectorAll(":hover")].at(-1);
    if (!hovered) return null;
    if (isFrame(hovered)) return hovered;
    scope = shadowRootOf(hovered);
  }
  return null;
}

/** Converts a point in a frame's document to the viewport of the page around the frame, in CSS px. */
export type OutOfFrame = (x: number, y: number) => { x: number; y: number };

/**
 * Takes border, padding, rotation and scale into account. Rotation leaves the center of a box where it is; from there,
 * the transforms of all elements around it give every other point.
 */
export function outOfFrame(frame: Element): OutOfFrame {
  const box = frame.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = frame as HTMLElement;
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  const left = frame.clientLeft + Number.parseFloat(paddingLeft) - offsetWidth / 2;
  const top = frame.clientTop + Number.parseFloat(paddingTop) - offsetHeight / 2;
  const { a, b, c, d } = turningOf(frame);
  // Anything else that enlarges it, such as CSS zoom, is uniform.
  const turnedWidth = Math.abs(a) * offsetWidth + Math.abs(c) * offsetHeight;
  const zoom = box.width / (turnedWidth || box.width || 1);
  return (x, y) => {
    const [fromMiddleX, fromMiddleY] = [(x + left) * zoom, (y + top) * zoom];
    return {
      x: box.left + box.width / 2 + a * fromMiddleX + c * fromMiddleY,
      y: box.top + box.height / 2 + b * fromMiddleX + d * fromMiddleY,
    };
  };
}

/** The rotation and scale of an element, from its own styles and those of all elements around it. */
function turningOf(element: Element): DOMMatrix {
  let whole = new DOMMatrix();
  for (let node: Node | null = element; node instanceof Element; node = flatParent(node)) {
    const { transform, rotate, scale } = getComputedStyle(node);
    if (transform !== "none") whole = new DOMMatrix(transform).multiply(whole);
    if (scale !== "none")
      whole = new DOMMatrix(`scale(${scale.split(" ").join()})`).multiply(whole);
    if (rotate !== "none") whole = new DOMMatrix(`rotate(${rotate})`).multiply(whole);
  }
  return whole;
}
