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

/** Letters and digits of a user ID, and characters that show nothing inside it. */
const ID_END = /[\da-z\u00AD\u200B-\u200D\u2060\uFEFF]*$/;
const ID_BEGIN = /^[\da-z\u00AD\u200B-\u200D\u2060\uFEFF]*/;
const ID_LENGTH = 26;

export function createSeam(): Seam {
  /** What was read last, back to a seam that is none. It is cut to its last word only when somebody asks. */
  let tail = "";

  function isOpen(data: string): boolean {
    return (
      tail !== "" &&
      data !== "" &&
      !endsWord(data.charCodeAt(0)) &&
      !endsWord(tail.charCodeAt(tail.length - 1))
    );
  }

  return {
    mayJoin(data, hasPatterns) {
      if (!isOpen(data)) return false;
      if (hasPatterns) return true;
      const [before] = /\S*$/.exec(tail.slice(-SEAM_CHARS)) ?? [""];
      const [after] = /^\S*/.exec(data.slice(0, SEAM_CHARS)) ?? [""];
      return (
        before.includes("@") ||
        after.includes("@") ||
        matchLength(ID_END, before) + matchLength(ID_BEGIN, after) >= ID_LENGTH
      );
    },
    pass(data) {
      if (data !== "") tail = isOpen(data) ? tail.slice(-SEAM_CHARS) + data : data;
    },
  };
}

/** Signs on whose one side nothing depends on what is on the other. */
const SIGNS = new Set([...'<>()",;'].map((sign) => sign.charCodeAt(0)));

function endsWord(code: number): boolean {
  if (code < 128) return code <= 32 || SIGNS.has(code);
  return code === 0xa0 || (code >= 0x2000 && /\s/.test(String.fromCharCode(code)));
}

function matchLength(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}
