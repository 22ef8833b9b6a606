/**
 * DOM traversal that the page can't tamper with. Inputs can hide a form's own properties (`<form><input
 * name=parentNode>`), so these functions read the accessors of the prototypes.
 */

type Step = "parentNode" | "nextSibling" | "previousSibling" | "firstChild" | "lastChild";

/** Returns the node one step away, or null. */
export function walk(node: Node, step: Step): Node | null {
  return Object.getOwnPropertyDescriptor(Node.prototype, step)?.get?.call(node) ?? null;
}

export function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

export function rectsOf(element: Element): DOMRectList {
  return Element.prototype.getClientRects.call(element);
}

export function contains(outer: Node, inner: Node): boolean {
  return Node.prototype.contains.call(outer, inner);
}

export function treeOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

export function allBelow(root: ParentNode & Node, selector: string): Iterable<Element> {
  const { prototype } =
    root instanceof Document
      ? Document
      : root instanceof DocumentFragment
        ? DocumentFragment
        : Element;
  return prototype.querySelectorAll.call(root, selector);
}

function typeOf(node: Node): number {
  return Object.getOwnPropertyDescriptor(Node.prototype, "nodeType")?.get?.call(node);
}

/**
 * Checks `nodeType`: a node that was created in another frame isn't an instance of this frame's `Text` or `Element`.
 */
export function isText(node: Node): node is Text {
  const type = typeOf(node);
  return type === Node.TEXT_NODE || type === Node.CDATA_SECTION_NODE;
}

export function isElement(node: Node): node is Element {
  return typeOf(node) === Node.ELEMENT_NODE;
}

/** Options for `isVisible`: neither transparent nor `visibility: hidden`. */
export const WHOLLY = { opacityProperty: true, visibilityProperty: true };

/** `checkVisibility`: https://developer.mozilla.org/docs/Web/API/Element/checkVisibility */
export function isVisible(element: Element, options: CheckVisibilityOptions): boolean {
  return Element.prototype.checkVisibility.call(element, options);
}
