import { type Rewritten, rewritten } from "./rewritten.ts";

/**
 * Characters that show nothing and may stand inside a word (Unicode, Default_Ignorable_Code_Point): soft hyphen,
 * zero width space, joiners, variation selectors, invisible operators, tags. Bidirectional controls are not among
 * them: those end a word; nor are the fillers of Hangul, which leave a gap.
 */
const INVISIBLE =
  "(?:[\\u00AD\\u034F\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200D\\u2060-\\u2065\\u206A-\\u206F\\uFE00-\\uFE0F\\uFEFF]|[\\uDB40-\\uDB43][\\uDC00-\\uDFFF])";

/** So many of them in a row are passed over; more is no text that people wrote. */
const PASSED_OVER_MAX = 4;

/** UTF-16 units that a character takes at most, with those that are passed over behind it. */
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

/** The same, with the places of what is left. */
export function withoutInvisible(raw: string): Rewritten {
  return rewritten(raw, FEW, () => "");
}
