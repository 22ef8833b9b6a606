import { findMentions } from "../../mentions/index.ts";
import { isSameQuery } from "../../query-key.ts";
import { isIncomparable, isNameOf, mayBeName, partsOf } from "../behind/agreement.ts";
import { parentOf, shownIn } from "../behind/shown.ts";
import type { TextRun } from "../look/text-around.ts";
import type { PlacedMention } from "../scan/placed-mentions.ts";
import { words } from "../words.ts";
import { spanBeside } from "./beside.ts";
import { GROUP_NODES, groupsAround } from "./groups-around.ts";

/** Maximum number of texts that are checked for whether they are the name for one address. */
const CHECKED_MAX = 8;

/**
 * Reports the names that an address next to them identifies. Starts at the address: a page has far fewer addresses than
 * texts that can be a name. A hover on such a name finds the same person. Yields after each text that is checked.
 */
export function* namesBeside(
  { query, start: address }: PlacedMention,
  give: (name: PlacedMention) => void,
): Generator<void> {
  const budget = { nodes: GROUP_NODES };
  const read = new Set<Node>();
  let checked = 0;
  for (const { element: group, known } of groupsAround(parentOf(address))) {
    const shown = shownIn(group, budget, known);
    if (!shown) return;
    for (const text of shown) {
      if (!(text instanceof Text) || read.has(text)) continue;
      const run = words().textAround(text, 0);
      for (const { node } of run.segments) read.add(node);
      const [name] = placesOfNames(run, query.value)
        .slice(0, CHECKED_MAX - checked)
        .flatMap((offset) => {
          checked++;
          return placed(text, { ...run, offset }) ?? [];
        })
        .filter((one) => isSameQuery(one.query, query));
      if (name) give(name);
      yield;
    }
  }
}

/** Offsets in a text at which a name can be, judging by the text alone. */
function placesOfNames({ text }: TextRun, address: string): number[] {
  const [mention] = text.includes("@") ? findMentions(text) : [];
  // Right before `<`, at the start of the line, and at its end.
  if (mention) return [Math.max(0, mention.start - 3), 0, text.length];
  return partsOf(text).flatMap(({ start, end }) => {
    const name = text.slice(start, end).trim();
    return mayBeName(name) && (isNameOf(name, address) || isIncomparable(name)) ? [end] : [];
  });
}

function placed(text: Text, run: TextRun): PlacedMention | undefined {
  const element = parentOf(text);
  const span = element && spanBeside({ element, run });
  if (!span) return undefined;
  const ranges = words().rangesOf(run, span.start, span.end);
  const [first, last] = [ranges[0], ranges.at(-1)];
  return (
    first &&
    last && {
      query: span.query,
      start: first.startContainer as Text,
      startOffset: first.startOffset,
      end: last.endContainer as Text,
      endOffset: last.endOffset,
    }
  );
}
