import { type Rewritten, rewritten } from "./rewritten.ts";

/**
 * A printable ASCII character as addresses of pages, HTML and JSON write it: `%7C`, `%257C` inside another address,
 * `&#124;`, `&#x7c;`, `\u007c`.
 */
const ESCAPE =
  /%(?:25)?([2-7][\da-f])|&#(?:x0{0,2}([2-7][\da-f])|0?(\d{2,3}));|\\u00([2-7][\da-f])/gi;

/** Whether a text has any of the signs that begin an escape. */
export function mayHaveEscapes(text: string): boolean {
  return /[%&\\]/.test(text);
}

/** A text with what stands for its escapes. */
export function unescaped(text: string): Rewritten {
  return rewritten(text, ESCAPE, ([, percent, hex, decimal, json]) =>
    String.fromCharCode(
      decimal ? Number(decimal) : Number.parseInt(percent ?? hex ?? json ?? "", 16),
    ),
  );
}
