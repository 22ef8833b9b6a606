import { rawIndex, visible } from "./characters.ts";
import { domainIn } from "./domain.ts";
import { localIn } from "./local-part.ts";
import type { EmailMention } from "./mention.ts";
import { isPartOfOther } from "./surroundings.ts";

/** Characters read before the `@`, and of these at most for the local part with a key in front: `email=ada`. */
const BEFORE_MAX = 128;
const LOCAL_RUN_MAX = 100;

/** Characters read after the `@`: 253 of a domain and some invisible ones; then those that decide what it is. */
const DOMAIN_RUN_MAX = 270;
const AFTER_MAX = 64;

/** The farthest that anything read may be from a character of the mention. */
export const EMAIL_REACH = BEFORE_MAX + 1 + DOMAIN_RUN_MAX + AFTER_MAX;

const RUNS = new RegExp(
  `(?<=([\\p{L}\\p{M}\\p{Nd}\\u00AD\\u200B-\\u200D\\u2060\\uFEFF.!#-'*+\\-=^_~]{1,${LOCAL_RUN_MAX}}))` +
    `@([\\p{L}\\p{M}\\p{Nd}\\u00AD\\u200B-\\u200D\\u2060\\uFEFF.-]{1,${DOMAIN_RUN_MAX}})`,
  "uy",
);

/** The address around the `@` at `at`. Reads nothing farther than `EMAIL_REACH` from a character of it. */
export function emailAround(text: string, at: number): EmailMention | undefined {
  RUNS.lastIndex = at;
  const runs = RUNS.exec(text);
  const localRun = runs?.[1];
  let domainRun = runs?.[2];
  if (!localRun || !domainRun || text[at + 1 + domainRun.length] === "@") return undefined;

  // Perl's documentation has "E<lt>ada@example.comE<gt>".
  if (text.startsWith("E<gt>", at + domainRun.length)) domainRun = domainRun.slice(0, -1);

  const visibleDomain = visible(domainRun);
  const domain = domainIn(visibleDomain);
  if (!domain) return undefined;
  // A run that was not read to its end must not look as if it ended there.
  if (domainRun.length === DOMAIN_RUN_MAX && !/[^.-]/.test(visibleDomain.slice(domain.length)))
    return undefined;
  const end = at + 2 + rawIndex(domainRun, visibleDomain.length, domain.length - 1);

  const runStart = at - localRun.length;
  const windowStart = Math.max(0, at - BEFORE_MAX);
  const after = text.slice(end, end + AFTER_MAX);
  const visibleLocal = visible(localRun);
  const local = localIn(visibleLocal, domain, text.slice(windowStart, runStart), after);
  if (!local) return undefined;
  const start =
    runStart + rawIndex(localRun, visibleLocal.length, visibleLocal.length - local.length);
  if (start === runStart && localRun.length === LOCAL_RUN_MAX) return undefined;

  return isPartOfOther(text.slice(windowStart, start), local, domain, after)
    ? undefined
    : { kind: "email", value: `${local}@${domain}`, start, end };
}
