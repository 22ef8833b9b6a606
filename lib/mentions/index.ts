import { EMAIL_REACH, emailAround } from "./email.ts";
import { mayHaveEscapes, unescaped } from "./escapes.ts";
import { hasInvisible, UNITS_MAX, withoutInvisible } from "./invisible.ts";
import type { Mention } from "./mention.ts";
import { settle } from "./overlap.ts";
import { inSource } from "./rewritten.ts";
import { findSubjects, SUBJECT_MAX, type SubjectPattern } from "./subject.ts";
import { findUserIds, mayHoldId } from "./user-id.ts";

export { type CutWord, cutWords, fits, mayBeCut } from "./cut-word.ts";
export { mentionFromMailto } from "./mailto.ts";
export type { Mention } from "./mention.ts";
export type { SubjectPattern } from "./subject.ts";
export { type PatternError, parseSubjectPattern } from "./subject-template.ts";
export { ID_MIN, mayJoinToId } from "./user-id.ts";

const NO_MENTIONS: readonly Mention[] = Object.freeze([]);
const NO_PATTERNS: readonly SubjectPattern[] = [];

/** `a@b.co` */
const MENTION_MIN = 6;

/**
 * Finds the mentions in `text`: e-mail addresses, user IDs, and subjects that fit one of the patterns; in order, never
 * overlapping. Takes time proportional to the length of any text.
 */
export function findMentions(
  text: string,
  patterns: readonly SubjectPattern[] = NO_PATTERNS,
): readonly Mention[] {
  const { length } = text;
  // Most text nodes are too short for any mention, or have neither an "@" nor a possible ID.
  return length < MENTION_MIN ||
    (!text.includes("@") &&
      !mayHoldId(text) &&
      (patterns.length === 0 || patterns.every(({ codes }) => codes.length > length)))
    ? NO_MENTIONS
    : mentionsBetween(text, 0, length, patterns);
}

/** Characters on either side of an offset that can affect the mention there. */
const NEAR = Math.max(EMAIL_REACH, 2 * SUBJECT_MAX);

/** The same if some of them are invisible, or part of an escape. */
const NEAR_WRITTEN = NEAR * UNITS_MAX;

/**
 * The mention at an offset, including its end (a caret can be after it): the one that `findMentions` finds there, or
 * the first if two touch. Reads a limited part of the text around the offset.
 */
export function mentionAt(
  text: string,
  offset: number,
  patterns: readonly SubjectPattern[] = NO_PATTERNS,
): Mention | undefined {
  const [from, to] = around(text, offset, NEAR);
  const near = text.slice(from, to);
  const mentions =
    hasInvisible(near) || (patterns.length > 0 && mayHaveEscapes(near))
      ? mentionsBetween(text, ...around(text, offset, NEAR_WRITTEN), patterns)
      : mentionsBetween(text, from, to, patterns);
  return mentions.find(({ start, end }) => start <= offset && offset <= end);
}

function around(text: string, offset: number, near: number): [from: number, to: number] {
  return [Math.max(0, offset - near), Math.min(text.length, offset + near)];
}

/** The mentions in a part of a text, ignoring invisible characters. */
function mentionsBetween(
  text: string,
  from: number,
  to: number,
  patterns: readonly SubjectPattern[],
): readonly Mention[] {
  const part = text.slice(from, to);
  if (!hasInvisible(part)) return mentionsIn(text, from, to, patterns);
  const seen = withoutInvisible(part);
  return mentionsIn(seen.text, 0, seen.text.length, patterns).map((mention) =>
    inSource(seen, mention, from),
  );
}

function mentionsIn(
  text: string,
  from: number,
  to: number,
  patterns: readonly SubjectPattern[],
): readonly Mention[] {
  const found: Mention[] = [];
  const part = text.slice(from, to);
  for (let at = part.indexOf("@"); at >= 0; at = part.indexOf("@", at + 1)) {
    const email = emailAround(text, from + at);
    if (email) found.push(email);
  }
  findUserIds(text, from, to, found);
  if (patterns.length > 0) addSubjects(text, from, to, patterns, found);
  return found.length > 1 ? settle(found) : found;
}

/** Adds subjects, including those that are written with escapes, as in URLs. */
function addSubjects(
  text: string,
  from: number,
  to: number,
  patterns: readonly SubjectPattern[],
  found: Mention[],
): void {
  const part = text.slice(from, to);
  if (!mayHaveEscapes(part)) {
    for (const pattern of patterns) findSubjects(text, from, to, pattern, found);
    return;
  }
  const meant = unescaped(part);
  const subjects: Mention[] = [];
  for (const pattern of patterns) findSubjects(meant.text, 0, meant.text.length, pattern, subjects);
  for (const subject of subjects) found.push(inSource(meant, subject, from));
}
