import { findMentions, type SubjectPattern } from "../../mentions/index.ts";
import { personInLink } from "../../person-in-link.ts";
import { allBelow, attribute } from "../dom.ts";
import { refersTo } from "./agreement.ts";
import type { SourcedQuery } from "./attribute-queries.ts";

/**
 * How somebody asks: the pointer passes over links by chance, so that one which only has somebody in its query must speak
 * of that person; keyboard and menu choose the link.
 */
export type Trigger = "hover" | "explicit";

const LINK = /^(?:a|area)$/;

/** Characters of a link's text that are compared. */
const LINK_TEXT_CHARS = 200;

/** Whom an element leads to, if it is a link. @param shown tells the text that is pointed at in it */
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

/** Also that of a link in SVG, which may have the older name. */
function hrefOf(link: Element): string {
  return attribute(link, "href") ?? attribute(link, "xlink:href") ?? "";
}

/** What a link shows or says in the place of that. */
function textOf(link: Element): string {
  const labels = [link, ...allBelow(link, "img[alt]")].flatMap((element) =>
    ["title", "aria-label", "alt"].map((name) => attribute(element, name) ?? ""),
  );
  return [link.textContent ?? "", ...labels].join(" ").slice(0, LINK_TEXT_CHARS);
}
