import { findMentions } from "../../mentions/index.ts";
import { onePerson } from "../../one-person.ts";
import type { Query } from "../../query.ts";
import {
  isIncomparable,
  isNameBeside,
  isNameLike,
  isNameOf,
  isOneWordOf,
  isSameName,
  isSentence,
  mayBeName,
  partAt,
  trimPunctuation,
} from "../behind/agreement.ts";
import { linesOf, parentOf, shownIn } from "../behind/shown.ts";
import { attribute } from "../dom.ts";
import { queryOf } from "../found.ts";
import type { Target } from "../look/target.ts";
import type { TextRun } from "../look/text-around.ts";
import { GROUP_NODES, groupsAround } from "./groups-around.ts";
import type { NamedSpan } from "./mailbox.ts";
import { isNextToItsAddress, linkedIn } from "./nearest-address.ts";

/** Maximum number of texts in a group whose name can't be compared with its address: name, address and initials. */
const PAIR_TEXTS = 3;

/**
 * The person whose name is the target, according to an address next to it: the person in the smallest group that shows
 * exactly one, if the name matches the address. Never across rows, never in running text.
 */
export function personBeside({ element, run }: Target): NamedSpan | undefined {
  if (!run) return undefined;
  if (run.text.includes("@")) return inLine(run);
  const { text: name, start } = partAt(run.text, run.offset);
  if (!mayBeName(name) || !isNextToItsAddress(name, element)) return undefined;
  const query = inGroup(name, element, run);
  return query && { query, start, end: start + name.length };
}

/** For a line that consists of a name and an address, and nothing else. */
function inLine({ text, offset }: TextRun): NamedSpan | undefined {
  const [mention, second] = findMentions(text);
  if (mention?.kind !== "email" || second) return undefined;
  const [before, after] = [text.slice(0, mention.start), text.slice(mention.end)];
  const isBefore = offset < mention.start;
  const from = isBefore ? 0 : mention.end;
  const part = partAt(isBefore ? before : after, offset - from);
  const name = trimPunctuation(part.text);
  const rest = trimPunctuation(isBefore ? after : before);
  if (!isNameBeside(name, mention.value)) return undefined;
  if (rest !== "" && !isNameLike(rest, mention.value)) return undefined;
  const start = text.indexOf(name, from + part.start);
  return { query: queryOf(mention), start, end: start + name.length };
}

function inGroup(name: string, element: Element, run: TextRun): Query | undefined {
  const own = new Set<Node>(run.segments.map(({ node }) => node));
  const budget = { nodes: GROUP_NODES };
  const names: string[] = [];
  for (const { element: group, known, isRow } of groupsAround(element)) {
    const shown = shownIn(group, budget, known);
    if (!shown) return undefined;
    const others = linesOf(shown, own);
    const person = onePerson([
      ...others.flatMap((line) => findMentions(line).map(queryOf)),
      ...linkedIn(shown),
    ]);
    if (person === "several") return undefined;
    if (person) {
      if (others.some((line) => line.includes(person.value) && isSentence(line, person.value)))
        return undefined;
      const isLoose = !isRow && known !== undefined && hasSimilarSiblings(known, shown);
      // A row with its own text, while the address is in another row.
      if (
        isLoose &&
        isOneWordOf(name, person.value) &&
        !names.every((one) => isSameName(one, name))
      )
        return undefined;
      return agrees(name, person, [...names, ...others], isLoose) ? person : undefined;
    }
    names.push(...others);
  }
  return undefined;
}

/** Whether siblings of a known element have the same tag and first class, as rows do. */
function hasSimilarSiblings(known: Element, shown: readonly Node[]): boolean {
  const kind = firstClassOf(known);
  return shown.some(
    (node) =>
      node instanceof Element &&
      parentOf(node) === parentOf(known) &&
      node.localName === known.localName &&
      firstClassOf(node) === kind,
  );
}

/** The first class of an element: the selected or active row has more. */
function firstClassOf(element: Element): string | undefined {
  return attribute(element, "class")?.trim().split(/\s/)[0];
}

/** @param others the other texts in the group @param isLoose whether the group can be two rows */
function agrees(name: string, person: Query, others: readonly string[], isLoose: boolean): boolean {
  if (person.kind !== "email") return false;
  const address = person.value;
  if (isIncomparable(name)) return others.length <= PAIR_TEXTS && !isLoose;
  if (!isNameBeside(name, address)) return false;
  // Another name that also matches: the address can belong to only one of them.
  return !others.some(
    (other) => mayBeName(other) && isNameOf(other, address) && !isSameName(name, other),
  );
}
