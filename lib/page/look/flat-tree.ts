import { attribute, isElement, isText, treeOf, walk } from "../dom.ts";
import { shadowRootOf } from "../shadow.ts";

/** Steps through the flat tree: shadow trees replace their hosts' children, which appear in their slots. */

/** Children of a host that are checked for the next one in a slot, before the browser is asked for all in that slot. */
const SLOTTED_NODES = 64;

/** The parent in the flat tree; null at the top, and for a node that isn't rendered because no slot takes it. */
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
  const slot = slotOf(node, root);
  return slot ? nextInSlot(slot, root, step, node, walk(node, step)) : null;
}

export function flatChild(node: Element, step: "firstChild" | "lastChild"): Node | null {
  const inner = shadowRootOf(node);
  if (inner || !(node instanceof HTMLSlotElement)) return walk(inner ?? node, step);
  const root = treeOf(node);
  if (!(root instanceof ShadowRoot)) return walk(node, step);
  const onwards = step === "firstChild" ? "nextSibling" : "previousSibling";
  const taken = nextInSlot(node, root, onwards, undefined, walk(root.host, step));
  return taken ?? walk(node, step);
}

/**
 * The children of an element in the flat tree, in order. Checks only once whether it has a shadow tree: the check takes
 * as long as thirty steps (Chromium 156: 1.4 µs compared with 0.05 µs).
 */
export function* flatChildren(element: Element): Generator<Node> {
  const isSlot = element instanceof HTMLSlotElement;
  let node = flatChild(element, "firstChild");
  while (node) {
    yield node;
    node = isSlot ? flatSibling(node, "nextSibling") : walk(node, "nextSibling");
  }
}

/**
 * The next of the host's children that a slot takes. In most slots they are adjacent, and a list can be very long.
 *
 * @param before the node to continue after; without it, the first or last one is returned
 * @param from the child of the host at which to start
 */
function nextInSlot(
  slot: HTMLSlotElement,
  root: ShadowRoot,
  step: "nextSibling" | "previousSibling",
  before: Node | undefined,
  from: Node | null,
): Node | null {
  if (root.slotAssignment !== "manual") {
    let node = from;
    for (let seen = 0; seen < SLOTTED_NODES; seen++) {
      if (!node) return null;
      if (nameOfSlotFor(node) === nameOf(slot)) return slotOf(node, root) === slot ? node : null;
      node = walk(node, step);
    }
  }
  const together = slot.assignedNodes();
  if (!before) return together.at(step === "nextSibling" ? 0 : -1) ?? null;
  return together[together.indexOf(before as Element) + (step === "nextSibling" ? 1 : -1)] ?? null;
}

const nameOf = (slot: Element) => attribute(slot, "name") ?? "";

/** The name of the slot that takes a child of a host; undefined for a node that no slot takes. */
function nameOfSlotFor(node: Node): string | undefined {
  if (isElement(node)) return attribute(node, "slot") ?? "";
  return isText(node) ? "" : undefined;
}

/**
 * The first slot of a name takes all (https://dom.spec.whatwg.org/#find-a-slot). `assignedSlot` is set only in open
 * trees.
 */
function slotOf(node: Node, root: ShadowRoot): HTMLSlotElement | undefined {
  const { assignedSlot } = node as Text;
  // On a form, the property can be an input of that name.
  if (assignedSlot instanceof HTMLSlotElement) return assignedSlot;
  const slots = [...root.querySelectorAll("slot")];
  if (root.slotAssignment === "manual")
    return slots.find((slot) => slot.assignedNodes().includes(node as Element));
  const name = nameOfSlotFor(node);
  return slots.find((slot) => nameOf(slot) === name);
}
