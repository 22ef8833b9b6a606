import { HEBREW_TO_GEORGIAN, UNSPACED } from "./characters.ts";

/** At most 64 characters (RFC 5321, section 4.5.3.1.1). */
const LOCAL_MAX = 64;

/** The form of nearly all local parts, which needs no further check. */
const PLAIN = /^[A-Za-z\d]+(?:[._+-][A-Za-z\d]+)*$/;

/**
 * Of the characters that RFC 5322 allows (`atext`, with the letters of RFC 6531), those that occur in real addresses.
 * Not `/`, `?`, `{`, `|`, `}` and backtick, which end the run before it, and not `*`, which masks letters:
 * `a***b@example.com`. It starts with a letter or digit, after any underscores; a lone underscore is an address in use.
 */
const LOCAL = /^(?:_*[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}!#$%&'+\-=^_~.]*|_)$/u;

/**
 * Consecutive dots, the doubled apostrophe of SQL, `nick!~user` of IRC, `%41`, `%s`, punctuation at the end except for
 * the `#EXT#` of guests in Entra ID.
 */
const NOT_LOCAL = /\.\.|''|!~|%(?:[\da-f]{2}|[a-z]$)|[^\p{L}\p{M}\p{Nd}_+-]$(?<!#ext#)/iu;

/** An Exchange address that contains another one, or the name of a mailbox, which identifies no one. */
const NOBODY = /^IMCEA[A-Z]|_(?:OU?|CN)=/i;

/**
 * The local part at the end of a run of letters, digits and punctuation before an `@`, or `undefined` if its start
 * can't be determined: part of one person's address can be the address of another.
 *
 * `before` is the text before the run, `after` the text after the address.
 */
export function localIn(
  run: string,
  domain: string,
  before: string,
  after: string,
): string | undefined {
  if (NOBODY.test(run)) return undefined;
  let local = "\\[;".includes(before.slice(-1)) ? withoutEscape(run, before, after) : run;
  if (!PLAIN.test(local)) {
    if (/[\u0080-\uFFFF]/.test(local)) local = withoutText(local, domain);
    local = local.replace(ENCODED_BEFORE, "");
    if (QUOTED_PRINTABLE.test(local)) return undefined;
    if (local.includes("=")) local = local.slice(local.lastIndexOf("&") + 1);
    local = withoutSigns(local, after);
    // The Message-IDs of Gmail have "=" anywhere.
    if (domain !== "mail.gmail.com") local = withoutKeys(local, after);
    if (!LOCAL.test(local) || NOT_LOCAL.test(local)) return undefined;
  }
  return local.length > LOCAL_MAX ? undefined : local;
}

/** A line break or the like before the letters of the escape, or an address, so that it isn't a `DOMAIN\` prefix. */
const ESCAPES_BEFORE = /(?:(?<![\p{L}\p{Nd}\\])(?:\\+[nrt])*|@[\w.-]+)\\+$/u;

/** The rest of `\u003c` or `\x3c` */
const CODED = /^(?:u00[\da-f]{2}|x[0-3][\da-f])/i;

/**
 * Removes the rest of an escape that the backslash or bracket splits in two: of JSON (`"\nada@example.com"`), of manual
 * pages (`\fBada@example.com\fR`), of a terminal's colors (`[32mada@example.com[0m`). Returns nothing if the escape is
 * a character of the address: in `ada\u002Btest@example.com`, `ada\_l@example.com`, `o\'brien@example.com`.
 */
function withoutEscape(run: string, before: string, after: string): string {
  if (/\[[\d;]*$/.test(before) && /^.{0,7}\[[\d;]*m/.test(after)) return run.replace(/^\d*m/, "");
  if (!before.endsWith("\\")) return run;
  const coded = CODED.exec(run)?.[0];
  if ((coded && !/3[c-e]$/i.test(coded)) || /^[^\p{L}\p{Nd}]/u.test(run))
    return /[\p{L}\p{Nd}]\\+$/u.test(before) ? "" : run.slice(coded?.length);
  if (coded) return run.slice(coded.length);
  if (/^[nrt]/.test(run)) return ESCAPES_BEFORE.test(before) ? run.slice(1) : "";
  return run.replace(/^f[A-Z\d]/, "");
}

/** In `連絡先はada@example.com`, the text ends where the letters become ASCII. Emoji can end with U+FE0F or U+20E3. */
const TEXT_BEFORE = new RegExp(
  `^.*[${UNSPACED}\\uFE0F\\u20E3](?=[^${UNSPACED}\\uFE0F\\u20E3]+$)`,
  "u",
);

/** A preposition that Arabic and Hebrew join to the next word; or a missing space. */
const PREFIX_BEFORE = new RegExp(`^[${HEBREW_TO_GEORGIAN}]+-?(?=[A-Za-z])`);

const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, "u");

function withoutText(run: string, domain: string): string {
  const local = run.replace(TEXT_BEFORE, "").replace(PREFIX_BEFORE, "");
  // 用户123@例子.广告 is one whole address; 我的邮箱是123@qq.com isn't.
  return /\p{L}/u.test(local) || !HAS_UNSPACED.test(domain) ? local : run;
}

/** Percent-encoded characters that aren't part of an address; those in `o%27brien`, `r%26d` and `ada%2Btest` are. */
const ENCODED_BEFORE = /^.*%(?:0[9AD]|2[02CF]|3[A-F]|5[BD]|7[B-D])/i;

/** Quoted-printable for `<`, `=`, `>` or a space: the hex digits look like the start of an address. */
const QUOTED_PRINTABLE = /=3[CDE]|^=20(?!\d)/;

/** Everything up to a quotation mark, but not up to the apostrophe of `o'brien`. */
const QUOTE_BEFORE = /^.*(?<![\p{L}\p{M}\p{Nd}]'?)'/u;

/** The prefix of a string literal, as in `b'ada@example.com'`. */
const LITERAL_BEFORE = /^[befnru]r?'/i;

/** Punctuation of markup, lists and diffs. */
const SIGNS_BEFORE = /^[!*~^&=+#_-]*/;

function withoutSigns(run: string, after: string): string {
  let local = run.replace(QUOTE_BEFORE, "");
  // The dashes of "address--ada@example.com--and", written in ASCII.
  if (after.startsWith("--")) local = local.slice(local.lastIndexOf("--") + 1);
  if (after.startsWith("'")) local = local.replace(LITERAL_BEFORE, "");
  const signs = SIGNS_BEFORE.exec(local)?.[0] ?? "";
  // ***son@example.com masks letters; ***ada@example.com*** is bold and italic.
  if (signs.includes("***") && !after.startsWith("***")) return "";
  // _ada@example.com_ is in italics; _ada@example.com has an underscore.
  const underscore = /^[*~_]*_/.test(after) ? -1 : signs.indexOf("_");
  return local.slice(underscore < 0 ? signs.length : underscore);
}

/** `email=`, `--user-name==`, `smtp.mailfrom=`, `email!=`; and the time in CVS logs: `08-12T03:29:00Z!` */
const KEY_BEFORE = /^(?:[\w.-]*\w[!~^*+]?=+|\d+Z?!)(?=.)/;

/** Addresses of mail systems that contain another address: SRS, PRVS, BATV, and bounces. */
const HOLDS_ADDRESS = /^(?:srs[01][=+-]|(?:ms)?prvs\d?=|btv1=|bounces?[-+._])/i;

/** After the key comes the domain of the contained address: `list-ada=example.org@lists.example.com`. */
const HELD_DOMAIN = /^[^=]*\.(?:com|org|net|edu|gov|info)$/i;

function withoutKeys(run: string, after: string): string {
  let local = run;
  for (;;) {
    const key = KEY_BEFORE.exec(local)?.[0];
    if (!key || HOLDS_ADDRESS.test(local)) return local;
    const rest = local.slice(key.length);
    if (HELD_DOMAIN.test(rest)) return local;
    local = withoutSigns(rest, after);
  }
}
