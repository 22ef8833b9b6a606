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

/** The person that an element's link, attributes, labels and tooltip name. @param shown returns the target's text */
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

/** Characters that are read of an element that contains too much to be read line by line. */
const OWN_TEXT_CHARS = 1_000;

/** Whether the text of an element names someone else. */
function isContradicted(element: Element, person: string): boolean {
  // Line by line: a name and the address below it aren't one word.
  const text = linesIn(element)?.join("\n") ?? (element.textContent ?? "").slice(0, OWN_TEXT_CHARS);
  return findMentions(text).some(
    (mention) => mention.kind === "email" && queryKey(mention) !== person,
  );
}
