import type { SubjectPattern } from "../../mentions/index.ts";
import type { Named } from "../look/named.ts";
import { elementOf, type Segment, type TextRun } from "../look/text-around.ts";
import { words } from "../words.ts";
import type { PlacedMention, PlacedMentions } from "./placed-mentions.ts";

/** The text nodes whose mentions are known from the text run that they are in. */
export interface Covered {
  nodes: ReadonlySet<Node>;
  /** The node in which the run ends: what starts after `until` isn't known. */
  partly?: Text | undefined;
  until: number;
}

export const NOTHING_COVERED: Covered = { nodes: new Set(), until: 0 };

/** Finds the mentions in a run of text across several nodes, replacing what was found in each node alone. */
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
  const elementAt = (offset: number) => elementOf(segmentAt(segments, offset).node);
  for (const named of words().namedIn(run.text, elementAt, patterns)) {
    const placed = placedMention(named, segments);
    // What is entirely in the last node is found again when that node is read to its end.
    if (placed.start === partly) continue;
    if (placed.end === partly) until = placed.endOffset;
    places.add(placed);
  }
  return { nodes: new Set(segments.filter(isWhole).map(({ node }) => node)), partly, until };
}

function isWhole({ node, length }: Segment): boolean {
  return node.data.length === length;
}

/** The segment that contains the character at an offset of the run's text. */
function segmentAt(segments: readonly Segment[], offset: number): Segment {
  return segments.find(({ at, length }) => offset < at + length) as Segment;
}

function placedMention({ query, start, end }: Named, segments: readonly Segment[]): PlacedMention {
  const first = segmentAt(segments, start);
  const last = segmentAt(segments, end - 1);
  return {
    query,
    start: first.node,
    startOffset: first.from + start - first.at,
    end: last.node,
    endOffset: last.from + end - last.at,
  };
}
