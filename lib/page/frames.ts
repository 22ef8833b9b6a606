import { focusedElement, shadowRootOf } from "./shadow.ts";

/** The frame's element that holds the keyboard focus, or the pointer, in shadow trees too. */

const FRAME = /^i?frame$/;

export function focusedFrame(): Element | null {
  const focused = focusedElement();
  return focused && FRAME.test(focused.localName) ? focused : null;
}

/** Told by `:hover`, which a frame of another process has too. */
export function hoveredFrame(): Element | null {
  let scope: Document | ShadowRoot | null = document;
  while (scope) {
    const hovered: Element | undefined = [...scope.querySelectorAll(":hover")].at(-1);
    if (!hovered) return null;
    if (FRAME.test(hovered.localName)) return hovered;
    scope = shadowRootOf(hovered);
  }
  return null;
}

/** How much larger than in its own px a frame is drawn, by a transform. */
export function scaleOf(frame: Element): { x: number; y: number } {
  const { width, height } = frame.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = frame as HTMLElement;
  return { x: width / (offsetWidth || width || 1), y: height / (offsetHeight || height || 1) };
}

/** Where the document in a frame begins, inside border and padding; CSS px in the viewport of the frame's own page. */
export function contentOrigin(frame: Element): { left: number; top: number } {
  const { left, top } = frame.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  const scale = scaleOf(frame);
  return {
    left: left + (frame.clientLeft + Number.parseFloat(paddingLeft)) * scale.x,
    top: top + (frame.clientTop + Number.parseFloat(paddingTop)) * scale.y,
  };
}
