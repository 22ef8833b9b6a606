import { SEARCH_MAX_CHARS } from "../limits.ts";
import { asciiDomain, withHexRuns } from "../person-key.ts";
import type { Query } from "../query.ts";
import { unicodeDomain } from "./unicode-domain.ts";

/**
 * Spellings in which a zone may store a value. It isn't known whether its filters are sensitive to case, or to
 * Unicode's two ways to write an accent (Keycard API notes, section 3), so every spelling is sent. Whoever is returned
 * must pass `matches`.
 */

/** As written and in lower case; each half composed and decomposed; the domain in Unicode and in ASCII. */
export function emailSpellings(address: string): string[] {
  const lower = address.toLowerCase();
  const at = lower.lastIndexOf("@") + 1;
  const domain = lower.slice(at);
  const ascii = asciiDomain(domain);
  return unique([
    address,
    lower,
    ...forms(lower.slice(0, at)).flatMap((local) =>
      [domain, ascii, unicodeDomain(ascii)].map((written) => local + written),
    ),
  ]);
}

/** As written, and with long hex numbers in lower and upper case. */
export function subjectSpellings(subject: string): string[] {
  return unique([
    subject,
    withHexRuns(subject, (run) => run.toLowerCase()),
    withHexRuns(subject, (run) => run.toUpperCase()),
  ]);
}

/**
 * Whether everything that is sent for a query was also sent for an earlier one: an absence applies only to what was
 * sent.
 */
export function isSentWith({ kind, value }: Query, before: string): boolean {
  const spell = kind === "email" ? emailSpellings : kind === "subject" ? subjectSpellings : one;
  const sent = new Set(spell(before));
  return spell(value).every((spelling) => sent.has(spelling));
}

const one = (value: string) => [value];

/** As written and in lower case, composed and decomposed. */
export function textSpellings(text: string): string[] {
  return unique([text, ...forms(text.toLowerCase())]);
}

/**
 * A text that may be the end of an address, or part of its domain, with the domain in its other form, Unicode or ASCII;
 * empty if there is no other. Part of a label has no other form.
 */
export function domainSpellings(text: string): string[] {
  const lower = text.toLowerCase();
  const at = lower.lastIndexOf("@") + 1;
  const ascii = asciiDomain(lower.slice(at));
  const written = [ascii, unicodeDomain(ascii)].map((domain) => lower.slice(0, at) + domain);
  return unique(written).filter((one) => one !== lower);
}

/**
 * What to send to a substring query. If the API implements it with SQL's LIKE, `_` and `%` return others too, which
 * does no harm; but a backslash escapes the next character, so it is sent doubled as well.
 */
export function asParts(texts: readonly string[]): string[] {
  return unique(texts.flatMap((text) => [text, text.replaceAll("\\", String.raw`\\`)]));
}

function forms(text: string): string[] {
  return [text.normalize("NFC"), text.normalize("NFD")];
}

/** Removes duplicates, and spellings that exceed the API's limit. */
function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text.length <= SEARCH_MAX_CHARS);
}
