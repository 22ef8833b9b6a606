import { SEARCH_MAX_CHARS } from "../limits.ts";
import { asciiDomain, withHexRuns } from "../person-key.ts";
import type { Query } from "../query.ts";
import { unicodeDomain } from "./unicode-domain.ts";

/**
 * Spellings in which a zone may hold what was asked for. Whether its filters mind case, or Unicode's two ways to write an
 * accent, is unknown (Keycard API notes, section 3), so each goes out in all of them; who comes back passes `matches`.
 */

/** As written and lower-cased; each half of it composed and decomposed; the domain as a reader sees it and as ASCII. */
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

/** As written, and with long hex numbers in small letters and in capitals. */
export function subjectSpellings(subject: string): string[] {
  return unique([
    subject,
    withHexRuns(subject, (run) => run.toLowerCase()),
    withHexRuns(subject, (run) => run.toUpperCase()),
  ]);
}

/** Whether all that goes out for somebody goes out for what was asked for before: an absence holds for these alone. */
export function goesOutWith({ kind, value }: Query, before: string): boolean {
  if (value === before) return true;
  const spell = kind === "email" ? emailSpellings : kind === "subject" ? subjectSpellings : one;
  const sent = new Set(spell(before));
  return spell(value).every((spelling) => sent.has(spelling));
}

const one = (value: string) => [value];

/** As written and lower-cased, composed and decomposed. */
export function textSpellings(text: string): string[] {
  return unique([text, ...forms(text.toLowerCase())]);
}

/**
 * A text that may be the end of an address, or a part of its domain, with the domain as the other of a reader and a
 * directory would write it; empty where that is the same. Of half a label there is no other form.
 */
export function domainSpellings(text: string): string[] {
  const lower = text.toLowerCase();
  const at = lower.lastIndexOf("@") + 1;
  const ascii = asciiDomain(lower.slice(at));
  const written = [ascii, unicodeDomain(ascii)].map((domain) => lower.slice(0, at) + domain);
  return unique(written).filter((one) => one !== lower);
}

/**
 * What to send to a substring query. Where it is made of SQL's LIKE, `_` and `%` bring others too, which costs nothing;
 * but a backslash there stands for the next character, so it goes out doubled besides.
 */
export function asParts(texts: readonly string[]): string[] {
  return unique(texts.flatMap((text) => [text, text.replaceAll("\\", String.raw`\\`)]));
}

function forms(text: string): string[] {
  return [text.normalize("NFC"), text.normalize("NFD")];
}

/** Each once, without those that have become longer than what the API is sent. */
function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text.length <= SEARCH_MAX_CHARS);
}
