import { ID_MIN, mayJoinToId } from "../../mentions/index.ts";

/** Characters of the word before an inline element that are compared with the text inside: the longest address. */
const BOUNDARY_CHARS = 320;

/**
 * Whether the last word of one text and the first of the next could form one mention. They nearly never do, and this
 * check finds out without looking at the layout of the two.
 */
export interface TextBoundary {
  /**
   * Moves on past a text.
   *
   * @param data the next text in the document
   * @returns whether a mention can span the boundary before it
   */
  pass(data: string): boolean;
}

/** @param hasPatterns whether subject patterns are set: a subject can be any word */
export function createTextBoundary(hasPatterns: boolean): TextBoundary {
  /** The text that was read last, and the word from the previous texts that continues in it, if there is one. */
  let tail = "";
  let head = "";

  return {
    pass(data) {
      if (data === "") return false;
      const before = tail;
      tail = data;
      if (
        before === "" ||
        endsWord(data.charCodeAt(0)) ||
        endsWord(before.charCodeAt(before.length - 1))
      ) {
        head = "";
        return false;
      }
      const from = lastWord(before);
      const joins = hasPatterns || mayJoin(head, before, from, data);
      head = from > 0 ? before.slice(from) : (head + before).slice(-BOUNDARY_CHARS);
      return joins;
    },
  };
}

/** The start of the last word of a text, at most BOUNDARY_CHARS before its end. */
function lastWord(text: string): number {
  const least = Math.max(0, text.length - BOUNDARY_CHARS);
  let from = text.length;
  while (from > least && !isBlank(text.charCodeAt(from - 1))) from--;
  return from;
}

/** A page has many texts, nearly all of them letters, so this creates no strings for them. */
function mayJoin(head: string, text: string, from: number, next: string): boolean {
  if (head !== "" && from === 0) return mayJoinWords((head + text).slice(-BOUNDARY_CHARS), next);
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at++);
    if (code === AT || code > 127) return mayJoinWords(text.slice(from), next);
  }
  const to = Math.min(next.length, BOUNDARY_CHARS);
  let end = 0;
  while (end < to) {
    const code = next.charCodeAt(end);
    if (isBlank(code)) break;
    if (code === AT || code > 127) return mayJoinWords(text.slice(from), next);
    end++;
  }
  return text.length - from + end >= ID_MIN && mayJoinToId(text.slice(from), next.slice(0, end));
}

const AT = "@".charCodeAt(0);

function mayJoinWords(word: string, next: string): boolean {
  const [before] = /\S*$/.exec(word) ?? [""];
  const [after] = /^\S*/.exec(next.slice(0, BOUNDARY_CHARS)) ?? [""];
  return before.includes("@") || after.includes("@") || mayJoinToId(before, after);
}

/** Whitespace, and characters that separate whatever is on their two sides, by their codes. */
const ENDS_WORD = Array.from(
  { length: 128 },
  (_, code) => code <= 32 || '<>()",;'.includes(String.fromCharCode(code)),
);

function endsWord(code: number): boolean {
  return code < 128 ? ENDS_WORD[code] === true : isBlank(code);
}

/** The same characters as `\s`. */
function isBlank(code: number): boolean {
  if (code < 128) return code === 32 || (code > 8 && code < 14);
  return code === 0xa0 || (code >= 0x1680 && /\s/.test(String.fromCharCode(code)));
}
