import { findMentions, type SubjectPattern } from "../../mentions/index.ts";
import { personInLink } from "../../person-in-link.ts";
import { allBelow, attribute } from "../dom.ts";
import { refersTo } from "./agreement.ts";
import type { SourcedQuery } from "./attribute-queries.ts";

/**
 * What triggers a lookup. The pointer passes over links by chance, so for a hover the text of a link that has someone
 * only in its query string must refer to that person. With keyboard or menu the user has chosen the link.
 */
export type Trigger = "hover" | "explicit";

const LINK = /^(?:a|area)$/;

/** Characters of a link's text that are compared, at most. */
const LINK_TEXT_CHARS = 200;

/** The person an element leads to, if it is a link. @param shown returns the target's text */
export function queryFromLink(
  element: Element,
  shown: () => string,
  patterns: readonly SubjectPattern[],
  trigger: Trigger,
): SourcedQuery | undefined {
  if (!LINK.test(element.localName)) return undefined;
  const person = personInLink(hrefOf(element), patterns, findMentions);
  if (!person) return undefined;
  const { query, leads } = person;
  const isMeant =
    leads === "to" ||
    trigger === "explicit" ||
    (query.kind === "email" && refersTo(`${textOf(element)} ${shown()}`, query.value));
  return isMeant ? { query, source: "link" } : undefined;
}

/** Also for a link in SVG, which can have the older attribute name. */
function hrefOf(link: Element): string {
  return attribute(link, "href") ?? attribute(link, "xlink:href") ?? "";
}

/** A link's text and alternative texts. */
function textOf(link: Element): string {
  const labels = [link, ...allBelow(link, "img[alt]")].flatMap((element) =>
    ["title", "aria-label", "alt"].map((name) => attribute(element, name) ?? ""),
  );
  return [link.textContent ?? "", ...labels].join(" ").slice(0, LINK_TEXT_CHARS);
}
