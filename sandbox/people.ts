/** The people that tests and ticket pages use, with their IDs. */
import { CASE_PEOPLE, type CaseName } from "./population/case-people.ts";
import {
  KNOWN_PEOPLE,
  type KnownName,
  type KnownPerson,
  LARGE_LEGACY_KNOWN,
} from "./population/known-people.ts";
import { knownId } from "./population/population.ts";
import { ACME, LARGE_LEGACY } from "./zones.ts";

export interface Person extends KnownPerson {
  readonly id: string;
}

/** The named people of a zone. Their addresses are the same in every zone, their IDs aren't. */
export function peopleOf(zoneId: string): Readonly<Record<KnownName, Person>> {
  return identified(KNOWN_PEOPLE, zoneId);
}

/** The named people of the main zone, "Acme Support". */
export const PEOPLE = peopleOf(ACME.id);

/** The people of the newer generations' cases, in a zone of a hundred people or more. */
export function casesOf(zoneId: string): Readonly<Record<CaseName, Person>> {
  return identified(CASE_PEOPLE, zoneId);
}

/** People in "Large legacy" only, some of them beyond the 100 users that its list returns. */
export const LARGE_LEGACY_PEOPLE = identified(LARGE_LEGACY_KNOWN, LARGE_LEGACY.id);

/** Addresses and IDs that no one has in any zone. */
export const ABSENT = {
  email: "nobody@example.com",
  /** One letter away from a person who exists. */
  misspeltEmail: "adda@example.com",
  id: "n0b0dyhasth1s1d7k2m9q4x1v8",
} as const;

/** Addresses that no one has in any zone, each similar to an existing person's: written differently, or mistyped. */
export const MISWRITTEN = {
  tag: { written: "grace+support@example.com", meant: "grace" },
  dots: { written: "radiaperlman@example.com", meant: "radia" },
  moreLetters: { written: ABSENT.misspeltEmail, meant: "ada" },
  fewerLetters: { written: "rosalnd@example.com", meant: "rosalind" },
  otherLetter: { written: "edsgar@example.com", meant: "edsger" },
  swapped: { written: "maragret@example.com", meant: "margaret" },
  order: { written: "perlman.radia@example.com", meant: "radia" },
  glued: { written: "mailbarbara@example.com", meant: "barbara" },
  domain: { written: "katherine@acme.example", meant: "katherine" },
} as const satisfies Record<string, { written: string; meant: KnownName }>;

function identified<Name extends string>(
  people: Readonly<Record<Name, KnownPerson>>,
  zoneId: string,
): Readonly<Record<Name, Person>> {
  const entries = Object.entries<KnownPerson>(people).map(([name, person]) => [
    name,
    { ...person, id: knownId(zoneId, person.index) },
  ]);
  return Object.fromEntries(entries) as Record<Name, Person>;
}
