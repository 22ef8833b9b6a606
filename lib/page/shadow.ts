import { walk } from "./dom.ts";

/** Shadow trees, open and closed, along the chain under the pointer or up from a node; never a whole page. */

type WithOpenOrClosed = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/** The shadow root of an element, closed ones too, or null. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  // A form's property may be an input of that name.
  if (element.shadowRoot instanceof ShadowRoot) return element.shadowRoot;
  if (!(element instanceof HTMLElement)) return null;
  // Chromium's way; Firefox has a property of its own instead. Only custom elements and a few
  // built-in ones can have a root, and Chromium logs when asked about others.
  if (typeof chrome.dom?.openOrClosedShadowRoot === "function")
    return SHADOW_HOST.test(element.localName) ? chrome.dom.openOrClosedShadowRoot(element) : null;
  return (element as WithOpenOrClosed).openOrClosedShadowRoot ?? null;
}

/** Elements that `attachShadow` accepts: https://dom.spec.whatwg.org/#valid-shadow-host-name, and custom elements. */
const SHADOW_HOST =
  /-|^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** What is at a point: the innermost element, and the shadow roots it was reached through, outermost first. */
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
    // Text may stand right in the root.
    if (!inner || inner === element) break;
    element = inner;
  }
  return { element, roots };
}

/** The parent as a reader sees it: out of a shadow tree to its host. */
export function composedParent(node: Node): Node | null {
  const parent = walk(node, "parentNode");
  return parent instanceof ShadowRoot ? parent.host : parent;
}

/** Whether a node stands around another, or is it, shadow trees seen through. */
export function holds(outer: EventTarget, inner: Node): boolean {
  for (let node: Node | null = inner; node; node = composedParent(node))
    if (node === outer) return true;
  return false;
}

/** The element that has the focus, inside shadow trees too. */
export function focusedElement(): Element | null {
  let element = document.activeElement;
  while (element) {
    const inner = shadowRootOf(element)?.activeElement;
    if (!inner) break;
    element = inner;
  }
  return element;
}
