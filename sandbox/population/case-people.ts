/**
 * The people for the cases that newer generations of the API add, one case each. They have the same index in every zone
 * of a hundred people or more, and the same ID whatever the seed; `case-cast.ts` has their records.
 */
import type { KnownPerson } from "./known-people.ts";

export const CASE_PEOPLE = {
  nora: person(60, "Nora Feld", "nora@example.com", "roles through a group only"),
  ilya: person(61, "Ilya Brandt", "ilya@example.com", "one role directly and through a group too"),
  suki: person(62, "Suki Tanabe", "suki@example.com", "roles on other zones"),
  otto: person(63, "Otto Lind", "otto@example.com", "two roles with one identifier, by owner"),
  petra: person(64, "Petra Voss", "petra@example.com", "a password and a provider"),
  fay: person(65, "Fay Derrick", "fay@example.com", "three providers, one of them deleted"),
  greta: person(66, "Greta Holm", "greta@example.com", "her only provider was deleted"),
  kay: person(67, "Kay Winter", "kay@example.com", "a credential of a type that is not documented"),
  samir: person(
    68,
    "Samir Qadir",
    "samir@example.com",
    "from a directory, admin through its group",
  ),
  dana: person(69, "Dana Reyes", "dana@example.com", "from a directory, which has disabled her"),
  lena: person(70, "Lena Okoye", "lena@example.com", "from a directory, never signed in"),
  erin: person(71, "Erin Novak", "erin@example.com", "identifier E-1042, an employee number"),
  ezra: person(72, "Ezra Blum", "ezra@example.com", "identifier e-1042: Erin's but for the case"),
  noor: person(73, "Noor Aziz", "noor@example.com", "sessions within sessions, many user agents"),
  ivan: person(74, "Ivan Moss", "ivan@example.com", "a session without an id"),
  odd: person(75, "Odd Berg", "odd@example.com", "a session with neither id nor user_id"),
  rosa: person(76, "Rosa Lindt", "rosa@example.com", "grants that renew themselves"),
  subjectOne: person(77, "Uma Keller", "uma@example.com", "shares a subject, at another issuer"),
  subjectTwo: person(78, "Umar Kaya", "umar@example.com", "shares a subject, at another issuer"),
  decomposed: person(
    79,
    "José Marín",
    "jose\u0301@example.com",
    "an accent as a character of its own",
  ),
  composed: person(80, "René Duval", "ren\u00e9@example.com", "an accent within its letter"),
  capitals: person(81, "Gwen Idris", "gwen@example.com", "a GUID in capitals as subject"),
  unicode: person(82, "Grün", "kontakt@grün.example", "a domain that is not in Punycode"),
  bao: person(83, "Bao Tran", "bao@example.com", "more sessions and grants than a page holds"),
} as const satisfies Record<string, KnownPerson>;

export type CaseName = keyof typeof CASE_PEOPLE;

function person(index: number, name: string, email: string, about: string): KnownPerson {
  return { index, name, email, about };
}
