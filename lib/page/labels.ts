import { LABEL_ANCESTORS } from "../limits.ts";
import { findMentions, mentionFromMailto } from "../mentions/index.ts";
import type { Sought } from "../messages/page-messages.ts";
import { attribute, boxOf } from "./dom.ts";
import { type Found, soughtOf } from "./found.ts";
import { composedParent } from "./shadow.ts";

/** Attributes that people see or hear as the text of an element. */
const LABELS = ["title", "aria-label", "alt"];

/**
 * The mention that an element carries without showing it as text: in the `href` of a mailto link whose text is a
 * name, in a tooltip or in a label.
 *
 * @param element the element under the pointer or with the focus
 */
export function mentionOfLabels(element: Element): Found | undefined {
  let node: Node | null = element;
  for (let up = 0; up <= LABEL_ANCESTORS && node instanceof Element; up++) {
    const sought = soughtIn(node);
    if (sought) return { sought, box: boxOf(node), element: node };
    node = composedParent(node);
  }
  return undefined;
}

function soughtIn(element: Element): Sought | undefined {
  const href = element instanceof HTMLAnchorElement ? attribute(element, "href") : null;
  const mailto = href === null ? undefined : mentionFromMailto(href);
  if (mailto) return mailto;
  for (const name of LABELS) {
    const mention = findMentions(attribute(element, name) ?? "")[0];
    if (mention) return soughtOf(mention);
  }
  return undefined;
}
