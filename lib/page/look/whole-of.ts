import {
  type CutWord,
  findMentions,
  fits,
  mentionFromMailto,
  type SubjectPattern,
} from "../../mentions/index.ts";
import type { Query } from "../../query.ts";
import { queryKey } from "../../query-key.ts";
import { isUnrelated, mayHoldSecret } from "../behind/attribute-names.ts";
import { isContainer } from "../behind/containers.ts";
import { attribute } from "../dom.ts";
import { queryOf } from "../found.ts";
import { flatParent } from "./flat-tree.ts";

/** Elements around a truncated word whose attributes can contain all of it: a link, a cell; never a container. */
const AROUND = 4;

/** Longer attributes contain data, not a label. UTF-16 units. */
const ATTRIBUTE_MAX = 1_000;

/**
 * The person a truncated word refers to, according to attributes around it such as a tooltip or the link's target.
 *
 * @returns undefined if no mention there begins and ends as the word does, or if several do
 */
export function wholeOf(
  word: CutWord,
  element: Element,
  patterns: readonly SubjectPattern[],
): Query | undefined {
  let node: Node | null = element;
  for (let up = 0; up < AROUND && node instanceof Element && !isContainer(node); up++) {
    const fitting = new Map<string, Query>();
    for (const name of Element.prototype.getAttributeNames.call(node))
      for (const query of namedIn(name, attribute(node, name) ?? "", patterns))
        if (fits(word, query.value)) fitting.set(queryKey(query), query);
    const [whole] = fitting.values();
    if (whole) return fitting.size === 1 ? whole : undefined;
    node = flatParent(node);
  }
  return undefined;
}

function namedIn(name: string, value: string, patterns: readonly SubjectPattern[]): Query[] {
  if (value.length > ATTRIBUTE_MAX) return [];
  const mailto = mentionFromMailto(value);
  if (mailto && name === "href") return [mailto];
  if (isUnrelated(name) || mayHoldSecret(name)) return [];
  return mailto ? [mailto] : findMentions(value, patterns).map(queryOf);
}
