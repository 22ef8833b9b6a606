import { isWholeWord } from "./characters.ts";
import type { Mention } from "./mention.ts";
import { isSecret } from "./secret.ts";

/**
 * A subject template, compiled by `parseSubjectPattern`. Plain data, so that it can be sent in messages and stored.
 *
 * Every subject that matches has the same length. `codes` says for each of its characters what it can be: a number
 * below 128 is that ASCII character, any other number means the groups whose bits are set (`GROUPS`).
 */
export interface SubjectPattern {
  /** How a match is looked up. */
  readonly kind: "subject" | "identifier";
  readonly template: string;
  readonly codes: readonly number[];
}

/** The groups that classes of characters consist of; the bit of group `n` is `1 << n`. */
export const GROUPS = ["09", "af", "gz", "AF", "GZ", "--", "__"] as const;

/** Set in every element of `codes` that means groups. */
export const ANY_OF = 128;

/** Longest subject that is found. OpenID Connect allows 255, but those that providers issue have 20 to 60. */
export const SUBJECT_MAX = 128;

const groupBits = new Uint8Array(128);
GROUPS.forEach((range, group) => {
  for (let code = range.charCodeAt(0); code <= range.charCodeAt(1); code++)
    groupBits[code] = 1 << group;
});

function admits(allowed: number, code: number): boolean {
  return allowed < ANY_OF ? allowed === code : ((groupBits[code] ?? 0) & allowed) > 0;
}

/** Adds each whole word in `text.slice(from, to)` that matches `pattern` to `found`. */
export function findSubjects(
  text: string,
  from: number,
  to: number,
  pattern: SubjectPattern,
  found: Mention[],
): void {
  const { codes } = pattern;
  const last = codes.length - 1;
  for (let start = from; start + last < to; start++) {
    let index = last;
    while (index >= 0 && admits(codes[index] ?? 0, text.charCodeAt(start + index))) index--;
    const end = start + codes.length;
    if (index < 0 && isWholeWord(text, start, end) && !isSecret(text, start))
      found.push({ kind: pattern.kind, value: text.slice(start, end), start, end });
  }
}
