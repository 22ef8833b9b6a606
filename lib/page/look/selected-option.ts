import { findMentions, type SubjectPattern } from "../../mentions/index.ts";
import { onePerson } from "../../one-person.ts";
import { boxOf } from "../dom.ts";
import { type Found, queryOf, watched } from "../found.ts";

/** The person that a closed drop-down shows, if exactly one: in the selected option's text, otherwise in its value. */
export function mentionInSelect(
  select: HTMLSelectElement,
  patterns: readonly SubjectPattern[],
): Found | undefined {
  const isClosed = select.size <= 1 && !select.multiple;
  const option = isClosed ? select.selectedOptions[0] : undefined;
  if (!option) return undefined;
  const text = onePerson(findMentions(option.text, patterns));
  const person = text ?? onePerson(findMentions(option.value, patterns));
  if (!person || person === "several") return undefined;
  return {
    query: queryOf(person),
    ...(text ? {} : { source: "data" as const }),
    box: boxOf(select),
    element: select,
    isThere: watched(
      select,
      () => `${select.selectedOptions[0]?.text} ${select.value}`,
      () => boxOf(select),
    ),
  };
}
