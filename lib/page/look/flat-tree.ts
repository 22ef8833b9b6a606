import { walk } from "../dom.ts";
import { shadowRootOf } from "../shadow.ts";

/** Ways through a page as it is drawn: with shadow trees in the place of their hosts' content, and that in its slots. */

/** The node around another; null at the top, and around what is not drawn because no slot takes it. */
export function flatParent(node: Node): Node | null {
  const parent = walk(node, "parentNode");
  if (parent instanceof ShadowRoot) return parent.host;
  const root = parent instanceof Element ? shadowRootOf(parent) : null;
  return root ? (slotOf(node, root) ?? null) : parent;
}

export function flatSibling(node: Node, step: "nextSibling" | "previousSibling"): Node | null {
  const parent = walk(node, "parentNode");
  const root = parent instanceof Element ? shadowRootOf(parent) : null;
  if (!root) return walk(node, step);
  const together = slotOf(node, root)?.assignedNodes() ?? [];
  return together[together.indexOf(node as Element) + (step === "nextSibling" ? 1 : -1)] ?? null;
}

export function flatChild(node: Element, step: "firstChild" | "lastChild"): Node | null {
  const taken = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
  if (taken.length > 0) return taken.at(step === "firstChild" ? 0 : -1) ?? null;
  return walk(shadowRootOf(node) ?? node, step);
}

/** `assignedSlot` does not tell of closed trees. */
function slotOf(node: Node, root: ShadowRoot): HTMLSlotElement | undefined {
  return [...root.querySelectorAll("slot")].find((slot) =>
    slot.assignedNodes().includes(node as Element),
  );
}
