import { isWholeWord } from "./characters.ts";
import { visible } from "./invisible.ts";
import type { Mention } from "./mention.ts";
import { isSecret } from "./secret.ts";

/** The format of a user ID. Only this file knows it. */

/** A Keycard user ID has 26 characters of `[0-9a-z]` (Keycard API notes, section 3). */
const ID_LENGTH = 26;

/** Characters of the shortest text that can contain an ID. */
export const ID_MIN = ID_LENGTH;

/** The longest run that is examined: an ID, and an escape before it (`\u0022` adds 5). */
const RUN_MAX = ID_LENGTH + 5;

function isIdCode(code: number): boolean {
  return (code > 96 && code < 123) || (code > 47 && code < 58);
}

/**
 * Adds the user IDs in `text.slice(from, to)` to `found`.
 *
 * Examines the last character of a window as wide as an ID first: in prose, it is usually at or near the end of a word,
 * which moves the window by almost its width. So only about every fifth character is read.
 */
export function findUserIds(text: string, from: number, to: number, found: Mention[]): void {
  let last = from + ID_LENGTH - 1;
  while (last < to) {
    const first = last - ID_LENGTH + 1;
    let at = last;
    while (at >= first && isIdCode(text.charCodeAt(at))) at--;
    if (at < first) {
      let end = last + 1;
      while (end < to && isIdCode(text.charCodeAt(end))) end++;
      if (end - first <= RUN_MAX) addUserId(text, first, end, found);
      at = end;
    }
    last = at + ID_LENGTH;
  }
}

/**
 * Whether a text may contain an ID, with or without invisible characters in it. It nearly never does, and this check
 * reads only about every fifth character, as above: a character that isn't ASCII could be invisible, any other
 * separates words.
 */
export function mayHoldId(text: string): boolean {
  let last = ID_LENGTH - 1;
  while (last < text.length) {
    const first = last - ID_LENGTH + 1;
    let at = last;
    let code = text.charCodeAt(at);
    while (at >= first && isIdCode(code)) code = text.charCodeAt(--at);
    if (at < first || code > 127) return true;
    last = at + ID_LENGTH;
  }
  return false;
}

function addUserId(text: string, first: number, end: number, found: Mention[]): void {
  // A longer run can still be an ID after the letters of an escape: `%2f` or `\n`.
  const start = Math.max(first, end - ID_LENGTH);
  const value = text.slice(start, end);
  if (
    /\d/.test(value) &&
    /[a-z]/.test(value) &&
    isWholeWord(text, start, end) &&
    !isSecret(text, start)
  )
    found.push({ kind: "id", value, start, end });
}

/** Whether the end of one word and the start of the next could form an ID. Takes time linear in both. */
export function mayJoinToId(before: string, after: string): boolean {
  const [left, right] = [visible(before), visible(after)];
  let first = left.length;
  while (isIdCode(left.charCodeAt(first - 1))) first--;
  let end = 0;
  while (isIdCode(right.charCodeAt(end))) end++;
  return left.length - first + end >= ID_LENGTH;
}
