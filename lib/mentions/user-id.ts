import { isInvisible, isWholeWord, visible } from "./characters.ts";
import type { Mention } from "./mention.ts";

/** What a user ID looks like. Nothing outside this file knows. */

/** A Keycard user ID has 26 characters of `[0-9a-z]` (Keycard API notes, section 3). */
const ID_LENGTH = 26;

/** Characters of the shortest text that can hold an ID. */
export const ID_MIN = ID_LENGTH;

/** The longest run looked at: an ID, an escape before it (`\u0022` adds 5), and a few invisible characters. */
const RUN_MAX = 52;

function isIdCode(code: number): boolean {
  return code < 128 ? (code > 96 && code < 123) || (code > 47 && code < 58) : isInvisible(code);
}

/**
 * Adds the user IDs in `text.slice(from, to)` to `found`.
 *
 * Looks at the last character of a window as wide as an ID first: in prose it is or is near the end of a word,
 * which moves the window by almost its width. So only every fifth character or so is read.
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

function addUserId(text: string, first: number, end: number, found: Mention[]): void {
  let start = first;
  while (isInvisible(text.charCodeAt(start))) start++;
  let stop = end;
  while (isInvisible(text.charCodeAt(stop - 1))) stop--;
  let value = visible(text.slice(start, stop));
  // What is longer can still be an ID after the letters of an escape: `%2f` or `\n`.
  if (value.length === stop - start && value.length > ID_LENGTH) {
    start = stop - ID_LENGTH;
    value = text.slice(start, stop);
  }
  if (
    value.length === ID_LENGTH &&
    /\d/.test(value) &&
    /[a-z]/.test(value) &&
    isWholeWord(text, start, stop)
  ) {
    found.push({ kind: "id", value, start, end: stop });
  }
}

/** Whether the end of one word and the beginning of the next could be an ID together. Takes time linear in both. */
export function mayJoinToId(before: string, after: string): boolean {
  let first = before.length;
  while (isIdCode(before.charCodeAt(first - 1))) first--;
  let end = 0;
  while (isIdCode(after.charCodeAt(end))) end++;
  return before.length - first + end >= ID_LENGTH;
}
