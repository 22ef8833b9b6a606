import { SEAM_CHARS } from "../../limits.ts";

/**
 * Whether the last word of one text and the first of the next could be one word that is a mention. Nearly always not,
 * and this tells so without a look at how the two are laid out.
 */
export interface Seam {
  /** @param data the next text in the document @param hasPatterns subjects may be any word */
  mayJoin(data: string, hasPatterns: boolean): boolean;
  /** Goes on behind a text. */
  pass(data: string): void;
}

const SPACE = /\s/;
/** Letters and digits of a user ID, and characters that show nothing inside it. */
const ID_END = /[\da-z\u00AD\u200B-\u200D\u2060\uFEFF]*$/;
const ID_BEGIN = /^[\da-z\u00AD\u200B-\u200D\u2060\uFEFF]*/;
const ID_LENGTH = 26;

export function createSeam(): Seam {
  /** What has been read since the last space. */
  let tail = "";
  return {
    mayJoin(data, hasPatterns) {
      if (tail === "" || data === "" || SPACE.test(data.charAt(0))) return false;
      if (hasPatterns) return true;
      const head = data.slice(0, SEAM_CHARS);
      const space = head.search(SPACE);
      const word = space < 0 ? head : head.slice(0, space);
      return (
        tail.includes("@") ||
        word.includes("@") ||
        matchLength(ID_END, tail) + matchLength(ID_BEGIN, word) >= ID_LENGTH
      );
    },
    pass(data) {
      const end = data.length > SEAM_CHARS ? data.slice(-SEAM_CHARS) : tail + data;
      if (end === "" || SPACE.test(end.charAt(end.length - 1))) tail = "";
      else tail = end.slice(lastSpace(end) + 1).slice(-SEAM_CHARS);
    },
  };
}

function matchLength(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}

function lastSpace(text: string): number {
  let index = text.length - 1;
  while (index >= 0 && !SPACE.test(text.charAt(index))) index--;
  return index;
}
