/**
 * The people that tests and ticket pages call by name. They have the same index and the same ID in every zone that is
 * large enough, whatever the seed; `cast.ts` has their records.
 */

export interface KnownPerson {
  /** Index in the zone: the number of people who joined earlier. */
  readonly index: number;
  /** The person's name in a ticket; Keycard users have no name. */
  readonly name: string;
  readonly email: string;
  /** What the person is for. */
  readonly about: string;
}

const TWINS = "twins@example.com";
const TRIPLETS = "triplets@example.com";

/** 64 characters, the longest local part that RFC 5321 allows. */
const LONG_LOCAL_PART = "the.longest.local.part.that.an.address.may.have.is.64.characters";

/** 253 characters in labels of 63 or fewer, the longest domain that DNS allows. */
const LONG_DOMAIN = [label(63), label(63), label(63), label(53), "example"].join(".");

export const KNOWN_PEOPLE = {
  ada: person(0, "Ada Lovelace", "ada@example.com", "active, verified, two roles, recent"),
  grace: person(1, "Grace Hopper", "grace@example.com", "disabled"),
  alan: person(2, "Alan Turing", "alan@example.com", "e-mail not verified"),
  twinOne: person(3, "Support desk", TWINS, "shares an address, signs in by SSO"),
  twinTwo: person(4, "Support desk", TWINS, "shares an address, signs in by password"),
  tripletOne: person(5, "Front office", TRIPLETS, "one of three with an address; disabled"),
  tripletTwo: person(6, "Front office", TRIPLETS, "one of three with an address"),
  tripletThree: person(7, "Front office", TRIPLETS, "one of three with an address; not verified"),
  rosalind: person(8, "Rosalind Franklin", "rosalind@example.com", "no roles"),
  edsger: person(9, "Edsger Dijkstra", "edsger@example.com", "status absent"),
  margaret: person(10, "Margaret Hamilton", "margaret@example.com", "unknown status: suspended"),
  barbara: person(11, "Barbara Liskov", "barbara@example.com", "password only: no provider"),
  katherine: person(12, "Katherine Johnson", "katherine@example.com", "never signed in"),
  hedy: person(13, "Hedy Lamarr", "hedy@example.com", "authenticated_at is not a date"),
  dorothy: person(14, "Dorothy Vaughan", "dorothy@example.com", "every optional field is null"),
  radia: person(15, "Radia Perlman", "Radia.Perlman@Example.COM", "upper case in the address"),
  frances: person(16, "Frances Allen", "frances@example.com", "roles never reported"),
  annie: person(
    17,
    "Annie Easley",
    "annie@example.com",
    "provider deleted: issuer, no provider_id",
  ),
  mary: person(18, "Mary Jackson", "mary@example.com", "identifier differs from the id"),
  tim: person(19, "Tim Berners-Lee", "tim@example.com", "twelve roles, some through groups"),
  markup: person(20, "Markup", '"<b>bold</b>"@example.com', "markup in every text field"),
  ampersand: person(21, "Conor O'Brien", "o'brien&co@example.com", "apostrophe and ampersand"),
  longLocal: person(
    22,
    "Long Local",
    `${LONG_LOCAL_PART}@example.com`,
    "local part of 64 characters",
  ),
  longDomain: person(23, "Long Domain", `long@${LONG_DOMAIN}`, "domain of 253 characters"),
  japanese: person(24, "山田 太郎", "山田.太郎@例え.テスト", "Japanese address"),
  cyrillic: person(25, "Иван Петров", "иван@пример.испытание", "Cyrillic address"),
  umlaut: person(26, "Jörg Müller", "jörg.müller@bücher.example", "umlauts in address and domain"),
  punycode: person(27, "Bücher", "info@xn--bcher-kva.example", "domain in Punycode"),
  bidi: person(28, "Direction", "\u202eadgnp@example.com", "direction-override characters"),
  plus: person(29, "Ada Lovelace", "ada+tickets@example.com", "a tag after a plus sign"),
  lookalike: person(30, "Nada Haddad", "nada@example.com", "contains ada@example.com"),
  newest: person(31, "Lin Chen", "lin@example.com", "fields that only newer deployments send"),
  orphan: person(32, "Owen Park", "owen@example.com", "provider_id that answers 404"),
} as const satisfies Record<string, KnownPerson>;

/** People in the large legacy zone only: on both sides of the 100 that its list returns. */
export const LARGE_LEGACY_KNOWN = {
  splitFirst: person(58, "Split", "split@example.com", "shares an address with index 121"),
  zoe: person(120, "Zoe Adams", "zoe@example.com", "beyond the first 100: retrieve only"),
  splitBeyond: person(
    121,
    "Split",
    "split@example.com",
    "beyond the first 100, address of index 58",
  ),
} as const satisfies Record<string, KnownPerson>;

export type KnownName = keyof typeof KNOWN_PEOPLE;

function person(index: number, name: string, email: string, about: string): KnownPerson {
  return { index, name, email, about };
}

function label(length: number): string {
  return `${"long-label-".repeat(6).slice(0, length - 1)}x`;
}
