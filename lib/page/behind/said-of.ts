import { findMentions, type SubjectPattern } from "../../mentions/index.ts";
import { onePerson } from "../../one-person.ts";
import { queryKey } from "../../query-key.ts";
import { type Asked, saidByLink } from "./links.ts";
import { type Said, saidByAttributes, saidByReferences } from "./said.ts";
import { linesOf, shownIn } from "./shown.ts";

/** Whom an element's link, attributes, labels and tooltip name. @param shown tells the text that is pointed at in it */
export function saidOf(
  element: Element,
  shown: () => string,
  patterns: readonly SubjectPattern[],
  asked: Asked,
): Said | "several" | undefined {
  const link = saidByLink(element, shown, patterns, asked);
  const all = [
    ...(link ? [link] : []),
    ...saidByAttributes(element, patterns),
    ...saidByReferences(element, patterns),
  ];
  const person = onePerson(all.map(({ query }) => query));
  if (!person || person === "several") return person;
  if (isContradicted(element, queryKey(person))) return "several";
  return all.find(({ query }) => query === person);
}

/** Nodes of an element whose text may name somebody else; of more, the first characters as they are written. */
const OWN_NODES = 48;
const OWN_TEXT_CHARS = 1_000;

function isContradicted(element: Element, person: string): boolean {
  const shown = shownIn(element, { nodes: OWN_NODES });
  // Line by line: a name and the address below it are not one word.
  const text = shown
    ? linesOf(shown).join("\n")
    : (element.textContent ?? "").slice(0, OWN_TEXT_CHARS);
  return findMentions(text).some(
    (mention) => mention.kind === "email" && queryKey(mention) !== person,
  );
}
