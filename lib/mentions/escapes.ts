import { type Rewritten, rewritten } from "./rewritten.ts";

/**
 * A printable ASCII character as URLs, HTML and JSON encode it: `%7C`, `%257C` inside another URL, `&#124;`, `&#x7c;`,
 * `\u007c`.
 */
const ESCAPE =
  /%(?:25)?([2-7][\da-f])|&#(?:x0{0,2}([2-7][\da-f])|0?(\d{2,3}));|\\u00([2-7][\da-f])/gi;

/** Whether a text has any of the characters that start an escape. */
export function mayHaveEscapes(text: string): boolean {
  return /[%&\\]/.test(text);
}

/** A text with its escapes decoded. */
export function unescaped(text: string): Rewritten {
  return rewritten(text, ESCAPE, ([, percent, hex, decimal, json]) =>
    String.fromCharCode(
      decimal ? Number(decimal) : Number.parseInt(percent ?? hex ?? json ?? "", 16),
    ),
  );
}
