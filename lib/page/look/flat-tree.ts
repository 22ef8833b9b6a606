import { attribute, isElement, isText, treeOf, walk } from "../dom.ts";
import { shadowRootOf } from "../shadow.ts";

/** Ways through a page as it is drawn: with shadow trees in the place of their hosts' content, and that in its slots. */

/** Children of a host that are looked at for the next in a slot, before the browser is asked for all that are in it. */
const SLOTTED_NODES = 64;

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
 * The nodes right inside an element, in order. Whether it has a shadow tree is asked once for all of them: that takes as
 * long as thirty steps (Chromium 156: 1.4 µs and 0.05 µs).
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
 * The node that a slot takes next, of its host's children: in most they follow one another, and a list may be very long.
 *
 * @param before that behind which it is; the first or last one is meant without it
 * @param from the child of the host to begin with
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

/** The name of the slot that takes a child of a host; undefined for what none takes. */
function nameOfSlotFor(node: Node): string | undefined {
  if (isElement(node)) return attribute(node, "slot") ?? "";
  return isText(node) ? "" : undefined;
}

/** The first slot of a name takes all (https://dom.spec.whatwg.org/#find-a-slot); `assignedSlot` tells of open trees only. */
function slotOf(node: Node, root: ShadowRoot): HTMLSlotElement | undefined {
  const { assignedSlot } = node as Text;
  // A form's property may be an input of that name.
  if (assignedSlot instanceof HTMLSlotElement) return assignedSlot;
  const slots = [...root.querySelectorAll("slot")];
  if (root.slotAssignment === "manual")
    return slots.find((slot) => slot.assignedNodes().includes(node as Element));
  const name = nameOfSlotFor(node);
  return slots.find((slot) => nameOf(slot) === name);
}
