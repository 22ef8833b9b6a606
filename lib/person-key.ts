/** Keys by which two spellings of the same address or subject are told to be the same. */

/** What makes two queries the same person, in whichever spelling. */
export function personKey({ kind, value }: { kind: string; value: string }): string {
  if (kind === "email") return `${kind}:${emailKey(value)}`;
  return `${kind}:${kind === "subject" ? subjectKey(value) : value}`;
}

/** Hex digits, perhaps in groups, that stand by themselves: what patterns write as `{hex:…}`. */
const HEX_RUN = /(?<![0-9A-Za-z])[0-9A-Fa-f]+(?:-[0-9A-Fa-f]+)*(?![0-9A-Za-z])/g;

/** Shorter ones may be words, or parts of IDs in which case counts. A GUID has 32. */
const HEX_MIN = 16;

/** A domain that the URL parser can be asked about: no sign that ends a host or stands for something in one. */
const DOMAIN = /^[a-z0-9.\-\u0080-\u{10FFFF}]+$/u;

/**
 * The key of an e-mail address: without case, in Unicode's composed form (NFC), with the domain as ASCII. Two addresses
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

/** A domain's ASCII form (Punycode), as the platform's URL parser writes it; lower case where it has none. */
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
 * The key of a subject: as it is, but for long hex numbers, such as a GUID, which are the same in capitals. All else of a
 * subject minds case.
 */
export function subjectKey(subject: string): string {
  return withHexRuns(subject, (run) => run.toLowerCase());
}

/** A subject with each of its long hex numbers written otherwise. */
export function withHexRuns(subject: string, write: (run: string) => string): string {
  return subject.replace(HEX_RUN, (run) =>
    run.replaceAll("-", "").length < HEX_MIN ? run : write(run),
  );
}
