import { mayJoinToId } from "../../mentions/index.ts";

/** Characters of the word before an inline element that decide whether it goes on inside: the longest address. */
const SEAM_CHARS = 320;

/**
 * Whether the last word of one text and the first of the next could be one word that is a mention. Nearly always not,
 * and this tells so without a look at how the two are laid out.
 */
export interface Seam {
  /**
   * Goes on behind a text.
   *
   * @param data the next text in the document
   * @returns whether a mention may reach over the seam in front of it
   */
  pass(data: string): boolean;
}

/** @param hasPatterns subjects may be any word */
export function createSeam(hasPatterns: boolean): Seam {
  /** What was read last, back to a seam that is none. It is cut to its last word only when that matters. */
  let tail = "";

  return {
    pass(data) {
      if (data === "") return false;
      if (
        tail === "" ||
        endsWord(data.charCodeAt(0)) ||
        endsWord(tail.charCodeAt(tail.length - 1))
      ) {
        tail = data;
        return false;
      }
      const word = tail.slice(-SEAM_CHARS);
      tail = word + data;
      return hasPatterns || mayJoin(word, data.slice(0, SEAM_CHARS));
    },
  };
}

function mayJoin(text: string, next: string): boolean {
  const [before] = /\S*$/.exec(text) ?? [""];
  const [after] = /^\S*/.exec(next) ?? [""];
  return before.includes("@") || after.includes("@") || mayJoinToId(before, after);
}

/** Blanks, and signs on whose one side nothing depends on what is on the other; by their codes. */
const ENDS_WORD = Array.from(
  { length: 128 },
  (_, code) => code <= 32 || '<>()",;'.includes(String.fromCharCode(code)),
);

function endsWord(code: number): boolean {
  if (code < 128) return ENDS_WORD[code] === true;
  return code === 0xa0 || (code >= 0x2000 && /\s/.test(String.fromCharCode(code)));
}
