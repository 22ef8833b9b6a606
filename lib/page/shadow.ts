import { walk } from "./dom.ts";

/** Shadow trees, open and closed: along the chain under the pointer, or from a node upward; never for a whole page. */

type WithOpenOrClosed = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/** Returns the open or closed shadow root of an element, or null. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  // A form's property can be hidden by an input with that name.
  if (element.shadowRoot instanceof ShadowRoot) return element.shadowRoot;
  if (!(element instanceof HTMLElement)) return null;
  // Chromium has this function; Firefox has a property instead. Only custom elements and a few built-in ones can
  // have a root, and Chromium logs an error for any other.
  if (typeof chrome.dom?.openOrClosedShadowRoot === "function")
    return SHADOW_HOST.test(element.localName) ? chrome.dom.openOrClosedShadowRoot(element) : null;
  return (element as WithOpenOrClosed).openOrClosedShadowRoot ?? null;
}

/** Elements that `attachShadow` accepts: https://dom.spec.whatwg.org/#valid-shadow-host-name, and custom elements. */
const SHADOW_HOST =
  /-|^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** The innermost element at a point, and the shadow roots on the way to it, outermost first. */
export interface HitChain {
  element: Element | null;
  roots: ShadowRoot[];
}

/** @param x @param y CSS px in the viewport of this frame */
export function hitChain(x: number, y: number): HitChain {
  const roots: ShadowRoot[] = [];
  let element = document.elementFromPoint(x, y);
  while (element) {
    const root = shadowRootOf(element);
    if (!root) break;
    roots.push(root);
    const inner = root.elementFromPoint(x, y);
    // Text can be a direct child of the root.
    if (!inner || inner === element) break;
    element = inner;
  }
  return { element, roots };
}

/** The parent in the composed tree: a shadow root's parent is its host. */
export function composedParent(node: Node): Node | null {
  const parent = walk(node, "parentNode");
  return parent instanceof ShadowRoot ? parent.host : parent;
}

/** Whether a node contains another or is the same, across shadow boundaries. */
export function holds(outer: EventTarget, inner: Node): boolean {
  for (let node: Node | null = inner; node; node = composedParent(node))
    if (node === outer) return true;
  return false;
}

/** The focused element, in shadow trees too. */
export function focusedElement(): Element | null {
  let element = document.activeElement;
  while (element) {
    const inner = shadowRootOf(element)?.activeElement;
    if (!inner) break;
    element = inner;
  }
  return element;
}
