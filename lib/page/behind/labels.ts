import { findMentions, mentionFromMailto, type SubjectPattern } from "../../mentions/index.ts";
import type { Query } from "../../query.ts";
import { attribute, boxOf } from "../dom.ts";
import { type Found, queryOf, watched } from "../found.ts";
import { composedParent } from "../shadow.ts";

/** Ancestors of the element under the pointer whose `title`, `aria-label` and `alt` are read. */
const LABEL_ANCESTORS = 3;

/** Attributes that people see or hear as the text of an element. */
export const LABELS = ["title", "aria-label", "alt"];

/**
 * The mention that an element carries without showing it as text: in the `href` of a mailto link whose text is a
 * name, in a tooltip or in a label.
 *
 * @param element the element under the pointer or with the focus
 */
export function mentionOfLabels(
  element: Element,
  patterns: readonly SubjectPattern[],
): Found | undefined {
  let node: Node | null = element;
  for (let up = 0; up <= LABEL_ANCESTORS && node instanceof Element; up++) {
    const labelled = node;
    const query = labelOf(labelled, patterns);
    if (query)
      return {
        query,
        box: drawnBox(labelled),
        element: labelled,
        isThere: watched(
          labelled,
          () => labelOf(labelled, patterns)?.value ?? "",
          () => drawnBox(labelled),
        ),
      };
    node = composedParent(node);
  }
  return undefined;
}

/** An area of a picture has no box of its own. */
function drawnBox(element: Element): DOMRect {
  const map = element.localName === "area" && element.closest("map");
  const picture = map && document.querySelector(`img[usemap="#${CSS.escape(map.name)}"]`);
  return boxOf(picture || element);
}

const LINK = /^(a|area)$/;

/** Also that of a link in SVG, which may have the older name. */
function hrefOf(link: Element): string {
  return attribute(link, "href") ?? attribute(link, "xlink:href") ?? "";
}

/** Whom an element's link or labels name. */
export function labelOf(element: Element, patterns: readonly SubjectPattern[]): Query | undefined {
  const mailto = LINK.test(element.localName) && mentionFromMailto(hrefOf(element));
  if (mailto) return mailto;
  for (const name of LABELS) {
    const mention = findMentions(attribute(element, name) ?? "", patterns)[0];
    if (mention) return queryOf(mention);
  }
  return undefined;
}
