/** Keys that are equal for all spellings of the same address or subject. */

/** A key that is equal for queries for the same person, in any spelling. */
export function personKey({ kind, value }: { kind: string; value: string }): string {
  if (kind === "email") return `${kind}:${emailKey(value)}`;
  return `${kind}:${kind === "subject" ? subjectKey(value) : value}`;
}

/** Hex digits, perhaps in groups, that form a word of their own: what patterns write as `{hex:…}`. */
const HEX_RUN = /(?<![0-9A-Za-z])[0-9A-Fa-f]+(?:-[0-9A-Fa-f]+)*(?![0-9A-Za-z])/g;

/** Minimum digits: shorter numbers may be words, or parts of case-sensitive IDs. A GUID has 32. */
const HEX_MIN = 16;

/** A domain that can be passed to the URL parser: without characters that end a host or have a meaning in one. */
const DOMAIN = /^[a-z0-9.\-\u0080-\u{10FFFF}]+$/u;

/**
 * The key of an e-mail address: case-folded, in Unicode's composed form (NFC), with the domain in ASCII. Two addresses
 * with one key are the same. Keycard API notes, section 3; UTS 46 for the domain.
 */
export function emailKey(address: string): string {
  const at = address.lastIndexOf("@");
  const local = address
    .slice(0, at + 1)
    .toLowerCase()
    .normalize("NFC");
  return local + asciiDomain(address.slice(at + 1));
}

/** A domain's ASCII form (Punycode), as the platform's URL parser writes it; in lower case if it has none. */
export function asciiDomain(domain: string): string {
  const lower = domain.toLowerCase().normalize("NFC");
  const isPlain = !lower.includes("xn--") && !/[^ -~]/.test(lower);
  if (isPlain || !DOMAIN.test(lower)) return lower;
  try {
    return new URL(`https://${lower}`).hostname;
  } catch {
    return lower;
  }
}

/**
 * The key of a subject: unchanged, except for long hex numbers such as a GUID, which are the same in upper case.
 * Everything else in a subject is case-sensitive.
 */
export function subjectKey(subject: string): string {
  return withHexRuns(subject, (run) => run.toLowerCase());
}

/** A subject with each of its long hex numbers replaced. */
export function withHexRuns(subject: string, write: (run: string) => string): string {
  return subject.replace(HEX_RUN, (run) =>
    run.replaceAll("-", "").length < HEX_MIN ? run : write(run),
  );
}
