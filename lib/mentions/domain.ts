import { HEBREW_TO_GEORGIAN, UNSPACED } from "./characters.ts";

/**
 * Extensions of files and systemd units whose names look like addresses: `icon@2x.png`, `getty@tty1.service`. None is a
 * top-level domain, except for `.target`, whose owner receives no mail there.
 */
const NOT_TOP_LEVEL =
  "a?png|jpe?g|gif|svg|webp|avif|heic|ico|icns|bmp|tiff?|psd|eps|pdf|html?|s?css|[cm]?[jt]s|[jt]sx|json|ya?ml|xml|txt|log|lst|csv|t?[gx]z|tar|po|header|conf|service|socket|timer|target|mount|automount|device|swap|path|slice|scope";

/**
 * Labels of 1 to 63 characters, 253 in all (RFC 1035, section 2.3.4; RFC 5321, section 4.5.3.1.2), no hyphen at their
 * ends (RFC 1123, section 2.1), and a top-level domain of letters of one alphabet, or `xn--`: there are no others (RFC
 * 3696, section 2). Not a version: `pkg@1.2.x`, `tool@v2.0-rc.next`.
 */
const DOMAIN = new RegExp(
  "^(?=.{4,253}$)(?!v?\\d+\\.\\d+(?:\\.|-\\D))(?:(?!-)[^.]{1,63}(?<!-)\\.)+" +
    `(?!(?:${NOT_TOP_LEVEL})$)(?:[a-z\\u00C0-\\u024F]{2,63}|xn--[a-z\\d-]{1,59}|[\\u0250-\\uFFFF]{2,63})$`,
  "i",
);

/**
 * In `ada@example.comまで`, the text continues where the letters stop being ASCII; but letters like `с` imitate ASCII.
 */
const TEXT_FOLLOWS = new RegExp(`^.*?\\.[A-Za-z]{2,63}(?=[${UNSPACED}${HEBREW_TO_GEORGIAN}])`, "u");

/**
 * A word directly after the top-level domain, which ends where it can't continue: at a hyphen
 * (`ada@example.com-based`), or where lower case changes to upper case or the reverse (`ada@example.comPhone`,
 * `ADA@EXAMPLE.COMPhone`).
 */
const WORD_FOLLOWS =
  /^(.*\.(?![Xx][Nn]--)(?:\p{L}{2,63}(?=-)|\p{Ll}{2,63}(?=\p{Lu}\p{L}+$)|\p{Lu}{2,63}(?=\p{Lu}\p{Ll}+$)))(?!(?:Com|Net|Org|Edu|Gov|Info)$)[^.]*$/u;

/**
 * In `ada@example.com.Thanks`, the space is missing: no one capitalizes only the last label. A word of two letters can
 * be a country (`example.com.Au`), except for those that start sentences.
 */
const SENTENCE_FOLLOWS =
  /^(.*\.(?:\p{Ll}{2,63}|\p{Lu}{2,63}))\.(?!(?:Com|Net|Org|Edu|Gov|Info)$)(?:\p{Lu}\p{Ll}{2,62}|[AI]|An|Go|He|Hi|If|Ja|Ok|On|Or|Up|We|(?<=\.(?:com|COM)\.)(?:As|At|In|Is|It|No|To))$/u;

/** Maximum number of words that follow one another without a space. */
const FOLLOWING_WORDS = 3;

function withoutWords(domain: string): string {
  let rest = domain;
  for (let words = 0; words < FOLLOWING_WORDS; words++)
    rest = WORD_FOLLOWS.exec(rest)?.[1] ?? SENTENCE_FOLLOWS.exec(rest)?.[1] ?? rest;
  return rest;
}

/**
 * The domain at the start of a run of letters, digits, dots and hyphens after an `@`, without the punctuation of the
 * sentence, or `undefined` if it isn't the domain of an address.
 */
export function domainIn(run: string): string | undefined {
  const plain = /^[a-z\d.]*$/.test(run);
  let domain = plain ? run : (TEXT_FOLLOWS.exec(run)?.[0] ?? run);
  let length = domain.length;
  while (domain[length - 1] === "." || domain[length - 1] === "-") length--;
  domain = domain.slice(0, length);
  if (!plain) domain = withoutWords(domain);
  return DOMAIN.test(domain) ? domain : undefined;
}
