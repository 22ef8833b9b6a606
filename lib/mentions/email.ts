import { domainIn } from "./domain.ts";
import { localIn } from "./local-part.ts";
import type { EmailMention } from "./mention.ts";
import { isPartOfOther } from "./surroundings.ts";

/** Characters read before the `@`, and of these at most for the local part with a key in front: `email=ada`. */
const BEFORE_MAX = 128;
const LOCAL_RUN_MAX = 100;

/** Characters read after the `@`: 253 of a domain and some signs; then those that decide what it is. */
const DOMAIN_RUN_MAX = 270;
const AFTER_MAX = 64;

/** The farthest that anything read may be from a character of the mention. */
export const EMAIL_REACH = BEFORE_MAX + 1 + DOMAIN_RUN_MAX + AFTER_MAX;

const RUNS = new RegExp(
  `(?<=([\\p{L}\\p{M}\\p{Nd}.!#-'*+\\-=^_~]{1,${LOCAL_RUN_MAX}}))@([\\p{L}\\p{M}\\p{Nd}.-]{1,${DOMAIN_RUN_MAX}})`,
  "uy",
);

/**
 * What nearly all addresses are, with nothing before and after them that could make them something else. So short that
 * no limit is met, and each sign can be taken in one way only; not what `localIn`, `domainIn` and `isPartOfOther` know
 * by name, nor what begins like a version.
 */
const PLAIN =
  /(?<=(?:^|[ \n<"])(?![Ii][Mm]|this@)[A-Za-z\d]{1,20}(?:[._+-][A-Za-z\d]{1,20}){0,2})@(?!v?\d)(?:[a-z\d]{1,20}\.){1,3}(?:com|org|net)(?=\.?(?:$|[\s>)",;]))/y;

/** The text goes on, or was cut off there: nobody can tell. */
const ELLIPSIS_AFTER = /^\[?(?:[…⋯‥]|\.[.…])/;

/** The address around the `@` at `at`. Reads nothing farther than `EMAIL_REACH` from a character of it. */
export function emailAround(text: string, at: number): EmailMention | undefined {
  return plainAround(text, at) ?? anyAround(text, at);
}

/** What `anyAround` finds, without its many questions, which a plain address answers all with no. */
function plainAround(text: string, at: number): EmailMention | undefined {
  PLAIN.lastIndex = at;
  // `exec` would make an array and two strings of each.
  if (!PLAIN.test(text)) return undefined;
  const end = PLAIN.lastIndex;
  let start = at;
  for (; start > 0; start--) {
    const code = text.charCodeAt(start - 1);
    // A blank, `"` or `<`.
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
  // A run that was not read to its end must not look as if it ended there.
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

/** Whether a right-to-left override holds behind a text: a reader sees the letters in reverse order, and another address. */
function isReversed(before: string): boolean {
  const from = before.lastIndexOf("\u202E");
  return from >= 0 && !/[\u202C\n]/.test(before.slice(from));
}
