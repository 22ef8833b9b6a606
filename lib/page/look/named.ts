import {
  cutWords,
  findMentions,
  mayBeCut,
  mentionAt,
  type SubjectPattern,
} from "../../mentions/index.ts";
import type { Query } from "../../query.ts";
import { queryOf } from "../found.ts";
import { isLegible } from "./legible.ts";
import { wholeOf } from "./whole-of.ts";

/**
 * A person, and the part of a text that names them; if the text is truncated, with the attributes around it. Offsets in
 * UTF-16 units.
 */
export interface Named {
  query: Query;
  start: number;
  end: number;
}

/** The person that the word at an offset names. @param element the one that shows the text */
export function namedAt(
  text: string,
  offset: number,
  element: Element,
  patterns: readonly SubjectPattern[],
): Named | undefined {
  const mention = mentionAt(text, offset, patterns);
  const named = mention && { ...mention, query: queryOf(mention) };
  if (named && !named.query.cut) return named;
  for (const { start, end, ...word } of cutWords(text)) {
    if (offset < start || offset > end) continue;
    const query = wholeOf(word, element, patterns);
    if (query) return { query, start, end };
  }
  return named;
}

const NOBODY: readonly Named[] = [];

/** The people that the legible parts of a text name. @param elementAt the element that shows an offset of the text */
export function namedIn(
  text: string,
  elementAt: (offset: number) => Element | null,
  patterns: readonly SubjectPattern[],
): readonly Named[] {
  const cut = mayBeCut(text) ? cutIn(text, elementAt, patterns) : NOBODY;
  const mentions = findMentions(text, patterns);
  if (mentions.length === 0) return cut;
  const named = [...cut];
  for (const mention of mentions) {
    const { start, end } = mention;
    if (cut.length > 0 && cut.some((word) => word.start < end && start < word.end)) continue;
    const element = elementAt(start);
    if (!element || isLegible(element)) named.push({ query: queryOf(mention), start, end });
  }
  return cut.length > 0 ? named.sort((a, b) => a.start - b.start) : named;
}

function cutIn(
  text: string,
  elementAt: (offset: number) => Element | null,
  patterns: readonly SubjectPattern[],
): Named[] {
  const named: Named[] = [];
  for (const { start, end, ...word } of cutWords(text)) {
    const element = elementAt(start);
    const query = element && wholeOf(word, element, patterns);
    if (query) named.push({ query, start, end });
  }
  return named;
}
