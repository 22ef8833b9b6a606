import { codePoint } from "./code-point.ts";

/**
 * Invisible characters that no honest value contains: controls, direction overrides and isolates, zero-width
 * characters, line separators, lone surrogates, and letters that draw nothing (fillers, the empty braille cell).
 */
export const UNSEEN =
  /\u034F|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/u;

const EACH = new RegExp(UNSEEN, "gu");

/** Characters of one value that are shown; "Copy JSON" has the whole value. */
const SHOWN_MAX_CHARS = 1000;

/** The beginning of a text that is too long to show; never half a character. */
export function clipped(text: string, max = SHOWN_MAX_CHARS): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** A text as one line without hidden content: each invisible character is named, such as `<U+202E>`. */
export function inertLine(text: string): string {
  return text.replace(EACH, (character) => `<${codePoint(character)}>`);
}

/** The same for JSON, with escapes: it still has exactly the same meaning. */
export function inertJson(json: string): string {
  return json.replace(EACH, (character) =>
    // JSON has already escaped all controls in values; these are its own line breaks.
    character === "\n" ? character : escapes(character),
  );
}

function escapes(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
