import { findMentions, type SubjectPattern } from "../../mentions/index.ts";
import { onePerson } from "../../one-person.ts";
import { boxOf } from "../dom.ts";
import { type Found, queryOf, watched } from "../found.ts";
import type { SourcedQuery } from "./attribute-queries.ts";
import { isItem } from "./carriers.ts";
import { isContainer } from "./containers.ts";
import { queryOfElement } from "./element-query.ts";
import { linesOf, shownIn } from "./shown.ts";

/** Nodes of a focused row or button that are searched, at most. */
const FOCUSED_NODES = 400;

/**
 * The person that an element with keyboard focus shows, in its text or in links and labels of its parts, if exactly
 * one.
 *
 * @returns "nobody" if it shows several, or is a dialog, a list or the like; undefined if it shows none
 */
export function shownBy(
  element: Element,
  patterns: readonly SubjectPattern[],
): Found | "nobody" | undefined {
  if (isContainer(element) && !isItem(element)) return "nobody";
  const said = queryIn(element, patterns);
  if (!said || said === "several") return said && "nobody";
  const read = () => {
    const now = queryIn(element, patterns);
    return now && now !== "several" ? now.query.value : "";
  };
  const measure = () => boxOf(element);
  return { ...said, box: measure(), element, isThere: watched(element, read, measure) };
}

function queryIn(
  element: Element,
  patterns: readonly SubjectPattern[],
): Pick<Found, "query" | "source"> | "several" | undefined {
  const shown = shownIn(element, { nodes: FOCUSED_NODES }) ?? [];
  const written = linesOf(shown).flatMap((line) => findMentions(line, patterns).map(queryOf));
  const inText = onePerson(written);
  if (inText === "several") return inText;
  const parts = shown.filter((node) => node instanceof Element);
  const said: SourcedQuery[] = [];
  for (const part of parts) {
    const one = queryOfElement(part, () => "", patterns, "explicit");
    if (one === "several") return one;
    if (one) said.push(one);
  }
  const person = onePerson([...written, ...said.map(({ query }) => query)]);
  if (!person || person === "several") return person;
  const source = said.find(({ query }) => query === person)?.source;
  return { query: person, source };
}
