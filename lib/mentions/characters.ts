/**
 * Scripts written without spaces between words, so that a word ends at a change from or to Latin letters. (`scx` also
 * includes the marks that several of these scripts share, such as the Japanese long vowel.)
 */
export const UNSPACED =
  "\\p{scx=Hani}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Bopo}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}";

/** Scripts whose letters can't be confused with Latin ones: Hebrew, Arabic, those of India, Thai to Georgian. */
export const HEBREW_TO_GEORGIAN = "\\u0590-\\u10FF";

const WORD_BEFORE = /(?<=[\p{L}\p{Nd}_-]\p{M}{0,4})/uy;
const WORD_AFTER = /[\p{L}\p{M}\p{Nd}_-]/uy;

/** Escapes that end in letters or digits: `%2F`, `\n`, `\u0022`, and the `[33m` of a terminal's colors. */
const ESCAPE_BEFORE = /(?<=%[\da-f]{2}|\\[nrt]|\\u00[\da-f]{2}|\[[\d;]{0,9}m)/iy;

/** Whether a sticky pattern matches at `index`, or with a lookbehind just before it. */
export function matchesAt(pattern: RegExp, text: string, index: number): boolean {
  pattern.lastIndex = index;
  return pattern.test(text);
}

/**
 * Whether `text.slice(start, end)` is a word of its own: letters of any script, digits, `_` and `-` next to it make it
 * part of something longer.
 */
export function isWholeWord(text: string, start: number, end: number): boolean {
  return (
    !matchesAt(WORD_AFTER, text, end) &&
    (!matchesAt(WORD_BEFORE, text, start) || matchesAt(ESCAPE_BEFORE, text, start))
  );
}
