import { attribute } from "../dom.ts";
import type { Pointed } from "../look/pointed.ts";
import { around, shownIn } from "./shown.ts";

/** Elements from what is pointed at upwards that may speak for it. */
const CARRIERS_UP = 8;

/** Nodes that an element around the text may hold to be looked through for other text. */
const OTHER_TEXT_NODES = 48;

/** What holds many things: its labels and attributes are of all of them, or of whoever is signed in. */
const CONTAINER =
  /^(?:html|body|main|header|footer|nav|aside|section|article|search|form|fieldset|dialog|details|table|thead|tbody|tfoot|tr|ul|ol|dl|menu|frameset)$/;
const CONTAINER_ROLE =
  /^(?:row|rowgroup|table|grid|treegrid|list|listbox|tree|menu|menubar|toolbar|tablist|tabpanel|dialog|alertdialog|alert|log|status|region|main|navigation|banner|contentinfo|complementary|form|search|application|document|feed|article|group|radiogroup)$/;

/** One thing to a person, whatever it is made of. */
const WHOLE = /^(?:a|area|button|img|picture|svg|input|textarea|select|summary)$/;
const WHOLE_ROLE = /^(?:link|button|img|image|switch|tab|menuitem|menuitemcheckbox|menuitemradio)$/;

/** In a line with the text around, or without a box of its own. */
const IN_LINE = /^(?:inline|contents|ruby)/;

/** Whether an element holds many things, so that nothing said of it is said of one of them. */
export function isContainer(element: Element): boolean {
  return CONTAINER.test(element.localName) || CONTAINER_ROLE.test(attribute(element, "role") ?? "");
}

/** Whether an element is one thing to a person: a link, a button, a picture. */
export function isWhole(element: Element): boolean {
  return WHOLE.test(element.localName) || WHOLE_ROLE.test(attribute(element, "role") ?? "");
}

/** Whether an element stands in a line with the text around it. */
export function isInLine(element: Element): boolean {
  return IN_LINE.test(getComputedStyle(element).display);
}

/**
 * The elements whose labels, attributes and links speak for what is pointed at, nearest first: inline elements, links,
 * buttons and pictures around it, and boxes that show nothing else.
 */
export function* carriersOf(pointed: Pointed): Generator<Element> {
  let node: Element | null = pointed.element;
  for (let up = 0; up < CARRIERS_UP && node && !isContainer(node); up++) {
    if (isWhole(node) || isInLine(node) || showsNothingElse(node, pointed)) yield node;
    node = around(node);
  }
}

/** Whether an element shows no text but what is pointed at; without that, whether it shows one text at most. */
export function showsNothingElse(element: Element, { run }: Pointed): boolean {
  const shown = shownIn(element, { nodes: OTHER_TEXT_NODES });
  if (!shown) return false;
  const texts = shown.filter((node) => node instanceof Text);
  // Beside text, or on a picture: one text at most, whose label it may be.
  if (!run) return texts.length <= 1;
  const known = new Set<Node>(run.segments.map(({ node }) => node));
  return texts.every((text) => known.has(text));
}

/** One row or item of many: whoever is in another is somebody else. */
const ROW = /^(?:tr|li|dd|dt|option|article|figure|address)$/;
const ROW_ROLE = /^(?:row|listitem|option|treeitem|article)$/;

/** Whether an element is one row or item of many. */
export function isItem(element: Element): boolean {
  return ROW.test(element.localName) || ROW_ROLE.test(attribute(element, "role") ?? "");
}
