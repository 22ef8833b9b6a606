import { findMentions, type SubjectPattern } from "../../mentions/index.ts";
import { onePerson } from "../../one-person.ts";
import { queryKey } from "../../query-key.ts";
import {
  queriesFromAttributes,
  queriesFromReferences,
  type SourcedQuery,
} from "./attribute-queries.ts";
import { queryFromLink, type Trigger } from "./links.ts";
import { linesIn } from "./shown.ts";

/** Whom an element's link, attributes, labels and tooltip name. @param shown tells the text that is pointed at in it */
export function queryOfElement(
  element: Element,
  shown: () => string,
  patterns: readonly SubjectPattern[],
  trigger: Trigger,
): SourcedQuery | "several" | undefined {
  const link = queryFromLink(element, shown, patterns, trigger);
  const all = [
    ...(link ? [link] : []),
    ...queriesFromAttributes(element, patterns),
    ...queriesFromReferences(element, patterns),
  ];
  const person = onePerson(all.map(({ query }) => query));
  if (!person || person === "several") return person;
  if (isContradicted(element, queryKey(person))) return "several";
  return all.find(({ query }) => query === person);
}

/** Characters of the text of an element that holds too much to be read line by line. */
const OWN_TEXT_CHARS = 1_000;

/** Whether the text of an element names somebody else. */
function isContradicted(element: Element, person: string): boolean {
  // Line by line: a name and the address below it are not one word.
  const text = linesIn(element)?.join("\n") ?? (element.textContent ?? "").slice(0, OWN_TEXT_CHARS);
  return findMentions(text).some(
    (mention) => mention.kind === "email" && queryKey(mention) !== person,
  );
}
