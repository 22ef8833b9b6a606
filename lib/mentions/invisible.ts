import { type Rewritten, rewritten } from "./rewritten.ts";

/**
 * Invisible characters that can be inside a word (Unicode, Default_Ignorable_Code_Point): soft hyphen, zero width
 * space, joiners, variation selectors, invisible operators, tags. Not included are bidirectional controls, which end a
 * word, and the fillers of Hangul, which leave a gap.
 */
const INVISIBLE =
  "(?:[\\u00AD\\u034F\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200D\\u2060-\\u2065\\u206A-\\u206F\\uFE00-\\uFE0F\\uFEFF]|[\\uDB40-\\uDB43][\\uDC00-\\uDFFF])";

/** Maximum number in a row that is ignored; more than that isn't a text that people have written. */
const PASSED_OVER_MAX = 4;

/** Maximum number of UTF-16 units of a character, including ignored ones after it. */
export const UNITS_MAX = 1 + 2 * PASSED_OVER_MAX;

const ONE = new RegExp(INVISIBLE);
const FEW = new RegExp(`(?<!${INVISIBLE})${INVISIBLE}{1,${PASSED_OVER_MAX}}(?!${INVISIBLE})`, "g");

export function hasInvisible(text: string): boolean {
  return ONE.test(text);
}

/** `raw` without its invisible characters. */
export function visible(raw: string): string {
  return hasInvisible(raw) ? raw.replace(FEW, "") : raw;
}

/** The same, with the positions of what is left. */
export function withoutInvisible(raw: string): Rewritten {
  return rewritten(raw, FEW, () => "");
}
