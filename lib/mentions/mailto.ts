import { visible } from "./characters.ts";
import { domainIn } from "./domain.ts";
import type { EmailMention } from "./mention.ts";

/**
 * The first recipient, in front of the header fields or in a field `to` (RFC 6068, section 2). 1,000 characters
 * hold the longest address with every octet percent-encoded.
 */
const RECIPIENT =
  /^\s{0,9}mailto:(?:\/\/)?(?:\?(?:[^#]{0,999}&)?to=)?([^,;?#]{1,1000})(?:[,;?#]|$)/i;

/**
 * A dot-atom: none of the `specials` of RFC 5322, section 3.2.3, but dots between others. A link says where the
 * address begins, so that nothing is taken off.
 */
const LOCAL = /^(?!\.|.*\.(?:\.|$))[^\s\p{C}"(),:;<>@[\\\]]{1,64}$/u;

/**
 * The first address of a `mailto:` URL, percent-decoded. `undefined` for other URLs, for links without an address,
 * and for what is no address.
 */
export function mentionFromMailto(href: string): Pick<EmailMention, "kind" | "value"> | undefined {
  const decoded = (RECIPIENT.exec(href)?.[1] ?? "")
    // "mailto:ada@example.com&subject=Hello" is a common mistake.
    .replace(/(@[^&]*)&.*/s, "$1")
    .replace(/(?:%[\da-f]{2})+/gi, decode);
  // So are "mailto:Ada <ada@example.com>" and an encoded comma.
  const [first = ""] = (/<([^<>]*)>/.exec(decoded)?.[1] ?? decoded).split(/[,;]/);
  const value = visible(first).trim();
  const at = value.lastIndexOf("@");
  const domain = value.slice(at + 1);
  return at > 0 && LOCAL.test(value.slice(0, at)) && domainIn(domain) === domain
    ? { kind: "email", value }
    : undefined;
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
