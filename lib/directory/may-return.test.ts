import fc from "fast-check";
import { expect, test } from "vitest";
import { type ListUsersParams, userId } from "../keycard/index.ts";
import { person } from "./fake-zone.ts";
import { matches } from "./match.ts";
import { mayReturn } from "./may-return.ts";
import { asParts, emailSpellings, subjectSpellings } from "./spellings.ts";

const ada = person(1, {
  email: "Ada.Lovelace@example.com",
  subject: "CORP\\ada_l",
  identifier: "E-1042",
  role_assignments: [
    { role_identifier: "auditor", source: "user" },
    { role_identifier: "editor", source: "user" },
    { role_identifier: "support", source: "group", group_id: "g1" },
  ],
  groups: [{ id: "g1" }, { id: "g3" }],
});

test.each<[string, ListUsersParams]>([
  ["her ID", { ids: [userId("other"), ada.id] }],
  ["her address, without case", { emails: ["ada.lovelace@EXAMPLE.com"] }],
  ["an address with a wildcard", { emails: ["ada_lovelace@example.com"] }],
  ["part of her address", { queryEmail: ["LOVELACE"] }],
  ["part of her subject", { querySubject: ["ADA_"] }],
  ["part of either", { query: ["nobody", "corp"] }],
  ["a wildcard for one character", { query: ["ad_.love"] }],
  ["a wildcard for any number of characters", { query: ["ada%@example"] }],
  ["a backslash that escapes the next character", { querySubject: ["corp\\\\ada"] }],
  ["an accent that her address doesn't have", { queryEmail: ["\u00e4da.lovelace"] }],
  ["her subject", { subjects: ["corp\\grace", "corp\\ada_l"] }],
  ["her identifier", { identifiers: ["E-1", "e-1042"] }],
  ["a role that was granted to her", { roles: ["admin", "auditor"] }],
  ["one of her groups", { groups: ["g1"], query: ["ada"] }],
  ["nothing", {}],
])("can be returned by %s", (_, params) => {
  expect(mayReturn(params, ada)).toBe(true);
});

test.each<[string, ListUsersParams]>([
  ["another ID", { ids: [userId("user10")] }],
  ["another address", { emails: ["lovelace@example.com"] }],
  ["an address with a wildcard elsewhere", { emails: ["grace_h@example.com"] }],
  ["her subject as an address", { queryEmail: ["corp"] }],
  ["her address as a subject", { querySubject: ["lovelace"] }],
  ["parts in another order", { query: ["lovelace%ada"] }],
  ["another text", { query: ["grace"] }],
  ["another subject", { subjects: ["corp\\grace"] }],
  ["another identifier", { identifiers: ["E-10422"] }],
  ["a role through a group", { roles: ["support"] }],
  ["another group", { groups: ["g2"] }],
  ["her role, and another text", { roles: ["auditor"], query: ["grace"] }],
])("can't be returned by %s", (_, params) => {
  expect(mayReturn(params, ada)).toBe(false);
});

test("roles and groups that aren't reported prove nothing either way", () => {
  expect(mayReturn({ roles: ["admin"], groups: ["g1"] }, person(1))).toBe(true);
});

test("another group is proof even if roles aren't reported", () => {
  const grace = person(2, { groups: [{ id: "g2" }] });
  expect(mayReturn({ roles: ["admin"], groups: ["g1"] }, grace)).toBe(false);
});

test("a user can be returned by an address whose domain is written in its other form", () => {
  const user = person(1, { email: "info@b\u00fccher.example" });
  expect(mayReturn({ emails: ["info@xn--bcher-kva.example"] }, user)).toBe(true);
});

test("a user without an address or a subject can only be returned by an ID", () => {
  const nameless = { id: userId("u1") };
  expect(mayReturn({ ids: [userId("u1")] }, nameless)).toBe(true);
  for (const params of [{ emails: ["undefined"] }, { query: ["undefined"] }])
    expect(mayReturn(params, nameless)).toBe(false);
});

test("the person who is asked for is never a sign of a zone that ignores its parameters", () => {
  const sign = fc.constantFrom(
    "a",
    "A",
    "_",
    "%",
    "\\",
    "+",
    "*",
    "\u00fc",
    "u\u0308",
    "\u00df",
    "'",
    " ",
  );
  const local = fc.array(sign, { minLength: 1, maxLength: 8 }).map((signs) => signs.join(""));
  const domain = fc.constantFrom("example.com", "b\u00fccher.example", "xn--bcher-kva.example");
  fc.assert(
    fc.property(local, domain, (name, at) => {
      const value = `${name}@${at}`;
      const spellings = emailSpellings(value);
      for (const email of [...spellings, value.toUpperCase()]) {
        const user = person(1, { email, subject: name });
        if (matches(user, { kind: "email", value })) {
          expect(mayReturn({ emails: spellings }, user)).toBe(true);
          expect(mayReturn({ queryEmail: asParts(spellings) }, user)).toBe(true);
        }
        expect(mayReturn({ querySubject: asParts(subjectSpellings(name)) }, user)).toBe(true);
      }
    }),
  );
});
