import { domainIn } from "./domain.ts";
import { localIn } from "./local-part.ts";
import type { EmailMention } from "./mention.ts";
import { isPartOfOther } from "./surroundings.ts";

/**
 * Maximum characters that are read before the `@`, and of these for the local part with a key in front: `email=ada`.
 */
const BEFORE_MAX = 128;
const LOCAL_RUN_MAX = 100;

/**
 * Maximum characters that are read after the `@`: 253 of a domain and some punctuation; then those that decide what it
 * is.
 */
const DOMAIN_RUN_MAX = 270;
const AFTER_MAX = 64;

/** The greatest distance from the mention of anything that is read. */
export const EMAIL_REACH = BEFORE_MAX + 1 + DOMAIN_RUN_MAX + AFTER_MAX;

const RUNS = new RegExp(
  `(?<=([\\p{L}\\p{M}\\p{Nd}.!#-'*+\\-=^_~]{1,${LOCAL_RUN_MAX}}))@([\\p{L}\\p{M}\\p{Nd}.-]{1,${DOMAIN_RUN_MAX}})`,
  "uy",
);

/**
 * The form of nearly all addresses, with nothing before and after them that could make them something else. It is so
 * short that no limit is exceeded, and each character can match in one way only. It excludes what `localIn`, `domainIn`
 * and `isPartOfOther` know by name, and anything that starts like a version.
 */
const PLAIN =
  /(?<=(?:^|[ \n<"])(?![Ii][Mm]|this@)[A-Za-z\d]{1,20}(?:[._+-][A-Za-z\d]{1,20}){0,2})@(?!v?\d)(?:[a-z\d]{1,20}\.){1,3}(?:com|org|net)(?=\.?(?:$|[\s>)",;]))/y;

/** The text continues, or was truncated there: it can't be determined. */
const ELLIPSIS_AFTER = /^\[?(?:[…⋯‥]|\.[.…])/;

/** The address around the `@` at `at`. Reads nothing farther than `EMAIL_REACH` from a character of it. */
export function emailAround(text: string, at: number): EmailMention | undefined {
  return plainAround(text, at) ?? anyAround(text, at);
}

/** Finds the same as `anyAround`, without its many checks, none of which applies to a plain address. */
function plainAround(text: string, at: number): EmailMention | undefined {
  PLAIN.lastIndex = at;
  // `exec` would create an array and two strings for each.
  if (!PLAIN.test(text)) return undefined;
  const end = PLAIN.lastIndex;
  let start = at;
  for (; start > 0; start--) {
    const code = text.charCodeAt(start - 1);
    // Whitespace, `"` or `<`.
    if (code < 35 || code === 60) break;
  }
  return { kind: "email", value: text.slice(start, end), start, end };
}

/** Exported for the test that compares the two. */
export function anyAround(text: string, at: number): EmailMention | undefined {
  RUNS.lastIndex = at;
  const runs = RUNS.exec(text);
  const localRun = runs?.[1];
  let domainRun = runs?.[2];
  if (!localRun || !domainRun) return undefined;
  const runEnd = at + 1 + domainRun.length;
  // "a@b@c.example", and a call: "a@b.inverse()".
  if (text[runEnd] === "@" || text.startsWith("()", runEnd)) return undefined;

  // Perl's documentation has "E<lt>ada@example.comE<gt>".
  if (text.startsWith("E<gt>", runEnd - 1)) domainRun = domainRun.slice(0, -1);

  const domain = domainIn(domainRun);
  if (!domain) return undefined;
  // A run that wasn't read to its end must not look as if it ended there.
  if (domainRun.length === DOMAIN_RUN_MAX && !/[^.-]/.test(domainRun.slice(domain.length)))
    return undefined;
  const end = at + 1 + domain.length;

  const runStart = at - localRun.length;
  const windowStart = Math.max(0, at - BEFORE_MAX);
  const after = text.slice(end, end + AFTER_MAX);
  const local = localIn(localRun, domain, text.slice(windowStart, runStart), after);
  if (!local) return undefined;
  const start = at - local.length;
  if (start === runStart && localRun.length === LOCAL_RUN_MAX) return undefined;
  const before = text.slice(windowStart, start);
  if (isReversed(before) || isPartOfOther(before, local, domain, after)) return undefined;

  const value = `${local}@${domain}`;
  return ELLIPSIS_AFTER.test(after)
    ? { kind: "email", value, start, end, cut: true }
    : { kind: "email", value, start, end };
}

/**
 * Whether a right-to-left override applies after this text: a reader sees the letters in reverse order, and another
 * address.
 */
function isReversed(before: string): boolean {
  const from = before.lastIndexOf("\u202E");
  return from >= 0 && !/[\u202C\n]/.test(before.slice(from));
}
