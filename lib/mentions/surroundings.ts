import { matchesAt } from "./characters.ts";

/**
 * What shows that the local part belongs to something before it: an `@`, a placeholder, an ellipsis, the address in
 * front of an XMPP resource, and after letters a mask, a typographic apostrophe or hyphen, or an escaped character
 * (`o&#39;brien`). A lone bullet after a whole word only separates: `Lovelace•ada@example.com`.
 */
const CUT_BEFORE =
  /(?<=(?:[@}…]|%\(\w{1,32}\)|xmpp:\S+\/|[•●█]{2}|(?<![\p{L}\p{Nd}])[\p{L}\p{Nd}]{1,2}[·•●]|[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{Nd}](?:[`´‘’█‐‑]|&(?:amp|apos|#\w{2,5});))[-+_~#&^]{0,8})/uy;

/** Macros of Jira and Confluence, which surround text: `{color:red}`, `{quote}`; they aren't placeholders. */
const MACRO_BEFORE =
  /(?<![$#{%])\{(?:anchor|bgcolor|code|color|column|csv|expand|html|info|monospaced|noformat|note|panel|quote|section|status|tip|warning)(?::[^{}]*)?\}[-+_~#&^]*$/i;

/** The Catalan `l·l`, which is one letter to its readers. */
const DOTTED_L = /l·$/i;

/**
 * `host:path`, `host:22`, `host::module`, but not `ada@example.com:locked`; letters that a mask or an escape separates
 * from the domain, but not `•Admin`; a word broken by a hyphen. Text that continues to an `@` is an address of its own.
 */
const CUT_AFTER =
  /^(?![:•*●·][\w.+'-]{1,63}@)(?::(?:[:\d/~.\\]|[a-z][\w-]*(?:[/~\\]|:\\|\.[a-z\d]))|_+\.?[a-z\d]|…+\.?[a-z\d]|(?:[_*•●█…‐‑]{2,}|█)\.?[a-z\d]|[*•●·‐‑][a-z\d-]*\.[a-z\d]|(?:\\[-_.])+\.?[a-z\d]|-\r?\n)/i;

/** Programs that copy from and to `user@host:file`. */
const COPIES_BEFORE = /(?<![a-z])(?:git|rsync|scp|sftp|sshfs)\s[^\r\n]*$/i;

/** A user name or password in a URL, up to the `@`. `https://example.com,ada@example.com` is two cells of a CSV. */
const USERINFO = /(?<!mailto):\/\/(?![\w.-]+(?::\d*)?[,;|)\]}'])[^\s/?#<>"\u0080-\uFFFF]*$/i;

/** `[root@web.example.com ~]#` */
const PROMPT_AFTER = /^ [^\s\]]+\][#$%]/;

/** `HTTP/web.example.com@EXAMPLE.COM` is a Kerberos principal. */
const PRINCIPAL_BEFORE = /(?:^|[^\w/.@-])[\w.-]+\/$/;

/** Whether, judging by its surroundings, an apparent address is something else, or part of something else. */
export function isPartOfOther(
  before: string,
  local: string,
  domain: string,
  after: string,
): boolean {
  if (CUT_AFTER.test(after) || local === "this" || (local === "git" && /^[:/]/.test(after)))
    return true;
  // "lsof -i@host:service" and "scp notes ada@host:notes"
  if (
    after.startsWith(":") &&
    (/^-.$/.test(before.slice(-1) + local) || COPIES_BEFORE.test(before))
  )
    return true;
  // Nothing, a space, `"` or `<`: nearly all addresses.
  const last = before.charCodeAt(before.length - 1);
  if (!(last > 34) || last === 60) return false;
  return (
    (matchesAt(CUT_BEFORE, before, before.length) && !MACRO_BEFORE.test(before)) ||
    (DOTTED_L.test(before) && /^l/i.test(local)) ||
    (before.includes("://") && USERINFO.test(before)) ||
    (before.endsWith("[") && PROMPT_AFTER.test(after)) ||
    (before.endsWith("/") && domain === domain.toUpperCase() && PRINCIPAL_BEFORE.test(before))
  );
}
