import { matchesAt } from "./characters.ts";

/**
 * What parts the local part from something it belongs to: an `@`, a placeholder, an ellipsis, the address in front
 * of an XMPP resource, and after letters a mask, a typographic apostrophe or hyphen, or an escaped character
 * (`o&#39;brien`).
 */
const CUT_BEFORE =
  /(?<=(?:[@}…]|%\(\w{1,32}\)|xmpp:\S+\/|[•●█]{2}|[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{Nd}](?:[`´‘’·•●█‐‑]|&(?:amp|apos|#\w{2,5});))[-+_~#&^]{0,8})/uy;

/**
 * `host:path`, `host:22`, `host::module`; a call, `a@b.inverse()`; letters that a mask or an escape parts from the
 * domain; a word broken by a hyphen.
 */
const CUT_AFTER = /^(?:::?[a-z\d/~.]|\(\)|(?:[_*•●█…‐‑]|\\[-_.])+\.?[a-z\d]|-\r?\n)/i;

/** A user name or password in a URL, up to the `@`. `https://example.com,ada@example.com` is two cells of a CSV. */
const USERINFO = /(?<!mailto):\/\/(?![\w.-]+(?::\d*)?[,;|)\]}'])[^\s/?#<>"\u0080-\uFFFF]*$/i;

/** `[root@web.example.com ~]#` */
const PROMPT_AFTER = /^ [^\s\]]+\][#$%]/;

/** `HTTP/web.example.com@EXAMPLE.COM` is a Kerberos principal. */
const PRINCIPAL_BEFORE = /(?:^|[^\w/.@-])[\w.-]+\/$/;

/** Whether what looks like an address is something else, or a piece of one, by what stands around it. */
export function isPartOfOther(
  before: string,
  local: string,
  domain: string,
  after: string,
): boolean {
  if (CUT_AFTER.test(after) || local === "this" || (local === "git" && /^[:/]/.test(after)))
    return true;
  // Nothing, a space, `"` or `<`: nearly all addresses.
  const last = before.charCodeAt(before.length - 1);
  if (!(last > 34) || last === 60) return false;
  return (
    matchesAt(CUT_BEFORE, before, before.length) ||
    (before.includes("://") && USERINFO.test(before)) ||
    (before.endsWith("[") && PROMPT_AFTER.test(after)) ||
    (before.endsWith("/") && domain === domain.toUpperCase() && PRINCIPAL_BEFORE.test(before))
  );
}
