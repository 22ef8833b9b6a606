import type { Mention, SubjectPattern } from "../../mentions/index.ts";
import { queryOf } from "../found.ts";
import type { Segment, TextRun } from "../look/text-around.ts";
import { words } from "../words.ts";
import type { PlacedMention, PlacedMentions } from "./placed-mentions.ts";

/** The text nodes whose mentions are known from the run of text that they are in. */
export interface Covered {
  nodes: ReadonlySet<Node>;
  /** The run ends within this one: what begins behind `until` is not known. */
  partly?: Text | undefined;
  until: number;
}

export const NOTHING_COVERED: Covered = { nodes: new Set(), until: 0 };

/** Finds the mentions in a run of text over several nodes, in the place of what was found in each alone. */
export function addRun(
  run: TextRun,
  patterns: readonly SubjectPattern[],
  places: PlacedMentions,
): Covered {
  const { segments } = run;
  const lastSegment = segments.at(-1) as Segment;
  const partly = isWhole(lastSegment) ? undefined : lastSegment.node;
  let until = 0;
  for (const { node, from } of segments) if (node !== partly) places.drop(node, from);
  for (const mention of words().findMentions(run.text, patterns)) {
    const placed = placedMention(mention, segments);
    // What lies wholly in the last node is found again when that is read to its end.
    if (placed.start === partly) continue;
    if (placed.end === partly) until = placed.endOffset;
    places.add(placed);
  }
  return { nodes: new Set(segments.filter(isWhole).map(({ node }) => node)), partly, until };
}

function isWhole({ node, length }: Segment): boolean {
  return node.data.length === length;
}

function placedMention(mention: Mention, segments: readonly Segment[]): PlacedMention {
  const first = segments.find(({ at, length }) => mention.start < at + length) as Segment;
  const last = segments.find(({ at, length }) => mention.end <= at + length) as Segment;
  return {
    query: queryOf(mention),
    start: first.node,
    startOffset: first.from + mention.start - first.at,
    end: last.node,
    endOffset: last.from + mention.end - last.at,
  };
}
