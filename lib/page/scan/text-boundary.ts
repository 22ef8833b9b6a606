import { ID_MIN, mayJoinToId } from "../../mentions/index.ts";

/** Characters of the word before an inline element that decide whether it goes on inside: the longest address. */
const BOUNDARY_CHARS = 320;

/**
 * Whether the last word of one text and the first of the next could be one word that is a mention. Nearly always not,
 * and this tells so without a look at how the two are laid out.
 */
export interface TextBoundary {
  /**
   * Goes on behind a text.
   *
   * @param data the next text in the document
   * @returns whether a mention may reach over the boundary in front of it
   */
  pass(data: string): boolean;
}

/** @param hasPatterns subjects may be any word */
export function createTextBoundary(hasPatterns: boolean): TextBoundary {
  /** What was read last, and of the texts before it the word that goes on in it, if one does. */
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

/** Where the last word of a text begins, or is too long to be read. */
function lastWord(text: string): number {
  const least = Math.max(0, text.length - BOUNDARY_CHARS);
  let from = text.length;
  while (from > least && !isBlank(text.charCodeAt(from - 1))) from--;
  return from;
}

/** Text after text lies on a page, nearly all of it letters: this makes no strings of them. */
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

/** Blanks, and signs on whose one side nothing depends on what is on the other; by their codes. */
const ENDS_WORD = Array.from(
  { length: 128 },
  (_, code) => code <= 32 || '<>()",;'.includes(String.fromCharCode(code)),
);

function endsWord(code: number): boolean {
  return code < 128 ? ENDS_WORD[code] === true : isBlank(code);
}

/** As `\s` has it. */
function isBlank(code: number): boolean {
  if (code < 128) return code === 32 || (code > 8 && code < 14);
  return code === 0xa0 || (code >= 0x1680 && /\s/.test(String.fromCharCode(code)));
}
