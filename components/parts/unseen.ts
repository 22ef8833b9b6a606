import { codePoint } from "./code-point.ts";

/**
 * Characters that nobody sees, and no honest value holds: controls, direction overrides and isolates, zero-width ones,
 * line separators, halves of characters, and letters that draw nothing (fillers, the empty braille cell).
 */
export const UNSEEN =
  /\u034F|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/u;

const EACH = new RegExp(UNSEEN, "gu");

/** Characters of one value that are shown; "Copy JSON" has the whole. */
const SHOWN_MAX_CHARS = 1000;

/** The beginning of a text that is too long to be shown; never half a character. */
export function clipped(text: string, max = SHOWN_MAX_CHARS): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** A text as one line that is what it looks like: each character that nobody sees is named, such as `<U+202E>`. */
export function inertLine(text: string): string {
  return text.replace(EACH, (character) => `<${codePoint(character)}>`);
}

/** The same for JSON, as an escape: it still says exactly what it said. */
export function inertJson(json: string): string {
  return json.replace(EACH, (character) =>
    // JSON has escaped all controls in values; these are its own line breaks.
    character === "\n" ? character : escapes(character),
  );
}

function escapes(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
