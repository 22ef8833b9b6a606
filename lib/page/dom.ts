/**
 * Ways through a page's tree that the page cannot bend: a form's own properties are hidden by inputs of the same names
 * (`<form><input name=parentNode>`), so they are read from the prototypes.
 */

type Step = "parentNode" | "nextSibling" | "previousSibling" | "firstChild" | "lastChild";

/** The node one step away, or null. */
export function walk(node: Node, step: Step): Node | null {
  return Object.getOwnPropertyDescriptor(Node.prototype, step)?.get?.call(node) ?? null;
}

export function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}
