import { domainIn } from "./domain.ts";
import { visible } from "./invisible.ts";
import type { EmailMention } from "./mention.ts";

/** Maximum characters of a link that are read: enough for the longest address with every octet percent-encoded. */
const HREF_MAX = 2_000;

/** The scheme, with common mistakes: written twice, or with slashes as in a web address. */
const SCHEME = /^\s{0,9}(?:mailto:){1,2}\/{0,2}/i;

/** Fields that contain recipients, in order of precedence (RFC 6068, section 2). */
const FIELDS = ["to", "cc", "bcc"];

/** What can precede an address that was pasted into a link: quotation marks, brackets, bidirectional controls. */
const BEFORE = /^(?:\s*"[^"]*"\s|[\s/'"<([\u200E\u200F\u202A-\u202E\u2066-\u2069])*/;

/** Local part and domain, followed by nothing or by what can surround an address. */
const PARTS =
  /^([^@]{1,99})@([\p{L}\p{M}\p{Nd}.-]{1,255}?)\.*(?:[\s/|<>?&'")\]}\u200E\u200F\u202A-\u202E\u2066-\u2069]|$)/u;

/**
 * A dot-atom: none of the `specials` of RFC 5322, section 3.2.3, except dots between other characters. A link shows
 * where the address starts, so nothing is removed.
 */
const LOCAL = /^(?!\.|.*\.(?:\.|$))[^\s\p{C}"(),:;<>@[\\\]]{1,64}$/u;

/**
 * The first address of a `mailto:` URL, percent-decoded. `undefined` for other URLs, for links without an address, and
 * for anything that isn't an address.
 */
export function mentionFromMailto(href: string): Pick<EmailMention, "kind" | "value"> | undefined {
  const link = href.slice(0, HREF_MAX);
  const scheme = SCHEME.exec(link);
  const recipient = scheme && firstRecipient(withoutEntities(link.slice(scheme[0].length)));
  const [, local = "", domain = ""] = PARTS.exec(recipient?.replace(BEFORE, "") ?? "") ?? [];
  return LOCAL.test(local) && domainIn(domain) === domain
    ? { kind: "email", value: `${local}@${domain}` }
    : undefined;
}

const ENTITIES: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", "#39": "'" };

/** Some pages escape a link twice: `mailto:&lt;ada@example.com&gt;`. */
function withoutEntities(text: string): string {
  return text.replace(
    /&(lt|gt|quot|apos|#39|amp);/gi,
    (_, name) => ENTITIES[name.toLowerCase()] ?? "&",
  );
}

/** The first recipient that looks like an address, without its name: `"Lovelace, Ada" <ada@example.com>`. */
function firstRecipient(link: string): string | undefined {
  const [path = "", ...queries] = link.replace(/#.*/s, "").split("?");
  const fields = queries.join("&").split("&");
  const lists = /[^\s,;/]/.test(path)
    ? [path]
    : FIELDS.map(
        (name) => fields.find((field) => field.toLowerCase().startsWith(`${name}=`)) ?? "",
      ).map((field) => field.slice(field.indexOf("=") + 1));
  // A name in quotation marks can contain a comma.
  for (const list of lists)
    for (const [one] of visible(list.replace(/(?:%[\da-f]{2})+/gi, decode)).matchAll(
      /(?:"[^"]*"|[^",;]|")+/g,
    ))
      if (one.includes("@")) return /<([^<>]*)>/.exec(one)?.[1] ?? one;
  return undefined;
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
