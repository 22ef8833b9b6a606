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
import { isItem } from "../behind/carriers.ts";
import { isContainer } from "../behind/containers.ts";
import { linesOf, parentOf, shownIn } from "../behind/shown.ts";
import { attribute } from "../dom.ts";
import { queryOf } from "../found.ts";
import type { Target } from "../look/target.ts";
import type { TextRun } from "../look/text-around.ts";
import { GROUP_NODES, GROUP_UP } from "./group-size.ts";
import type { NamedStretch } from "./mailbox.ts";
import { isNextToItsAddress, linkedIn } from "./nearest-address.ts";

/** Texts of a group in which a name can neither agree nor disagree with the address: both, and initials. */
const PAIR_TEXTS = 3;

/**
 * Whose name is pointed at, where the address stands beside it: the person of the smallest group that shows exactly one,
 * if the name agrees with the address. Never across rows, never in running text.
 */
export function personBeside({ element, run }: Target): NamedStretch | undefined {
  if (!run) return undefined;
  if (run.text.includes("@")) return inLine(run);
  const { text: name, start } = partAt(run.text, run.offset);
  if (!mayBeName(name) || !isNextToItsAddress(name, element)) return undefined;
  const query = inGroup(name, element, run);
  return query && { query, start, end: start + name.length };
}

/** Of a line that is a name and an address, and nothing else. */
function inLine({ text, offset }: TextRun): NamedStretch | undefined {
  const [mention, second] = findMentions(text);
  if (mention?.kind !== "email" || second) return undefined;
  const [before, behind] = [text.slice(0, mention.start), text.slice(mention.end)];
  const isBefore = offset < mention.start;
  const from = isBefore ? 0 : mention.end;
  const part = partAt(isBefore ? before : behind, offset - from);
  const name = trimPunctuation(part.text);
  const rest = trimPunctuation(isBefore ? behind : before);
  if (!isNameBeside(name, mention.value)) return undefined;
  if (rest !== "" && !isNameLike(rest, mention.value)) return undefined;
  const start = text.indexOf(name, from + part.start);
  return { query: queryOf(mention), start, end: start + name.length };
}

function inGroup(name: string, element: Element, run: TextRun): Query | undefined {
  const own = new Set<Node>(run.segments.map(({ node }) => node));
  const budget = { nodes: GROUP_NODES };
  const names: string[] = [];
  let known: Element | undefined;
  let group: Element | null = element;
  for (let up = 0; up < GROUP_UP && group; up++) {
    const isRow = isItem(group);
    if (isContainer(group) && !isRow) return undefined;
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
      // A row with a text of its own, and the address in another.
      if (
        isLoose &&
        isOneWordOf(name, person.value) &&
        !names.every((one) => isSameName(one, name))
      )
        return undefined;
      return agrees(name, person, [...names, ...others], isLoose) ? person : undefined;
    }
    names.push(...others);
    if (isRow) return undefined;
    known = group;
    group = parentOf(group);
  }
  return undefined;
}

/** Whether elements beside a known one are made like it, as rows are. */
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

/** What an element's class says first: the row that is chosen or active has more. */
function firstClassOf(element: Element): string | undefined {
  return attribute(element, "class")?.trim().split(/\s/)[0];
}

/** @param others what else is said in the group @param isLoose whether it may be two rows */
function agrees(name: string, person: Query, others: readonly string[], isLoose: boolean): boolean {
  if (person.kind !== "email") return false;
  const address = person.value;
  if (isIncomparable(name)) return others.length <= PAIR_TEXTS && !isLoose;
  if (!isNameBeside(name, address)) return false;
  // Another's name that agrees as well: only one of them can be meant.
  return !others.some(
    (other) => mayBeName(other) && isNameOf(other, address) && !isSameName(name, other),
  );
}
