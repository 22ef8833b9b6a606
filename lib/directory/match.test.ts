import { expect, test } from "vitest";
import { userId } from "../keycard/index.ts";
import { person } from "./fake-zone.ts";
import { contains, matches, newestFirst } from "./match.ts";

const ada = person(1, {
  id: userId("AB3def"),
  email: "Ada.Lovelace@example.com",
  subject: "okta|Abc",
});

test.each([
  ["id", "AB3def", true],
  ["id", "ab3DEF", false],
  ["id", "AB3de", false],
  ["email", "ada.lovelace@EXAMPLE.com", true],
  ["email", "ada@example.com", false],
  ["subject", "okta|Abc", true],
  ["subject", "OKTA|abc", false],
  ["subject", "okta|abc", false],
] as const)("whether the %s %s is hers: %s", (kind, value, expected) => {
  expect(matches(ada, { kind, value })).toBe(expected);
});

test.each([
  ["an accent", "jose\u0301@example.com", "jos\u00e9@example.com"],
  ["a domain", "info@b\u00fccher.example", "info@xn--bcher-kva.example"],
])("%s in another form is the same address", (_, email, value) => {
  expect(matches(person(1, { email }), { kind: "email", value })).toBe(true);
});

test("a long hex number is the same subject in upper case", () => {
  const subject = "6BA7B810-9DAD-41D1-80B4-00C04FD430C8";
  const value = subject.toLowerCase();
  expect(matches(person(1, { subject }), { kind: "subject", value })).toBe(true);
});

test("a user without an e-mail or subject matches no one", () => {
  const nameless = { id: userId("u1") };
  expect(matches(nameless, { kind: "email", value: "undefined" })).toBe(false);
  expect(matches(nameless, { kind: "subject", value: "undefined" })).toBe(false);
  expect(contains(nameless, "undefined")).toBe(false);
});

test.each([
  ["within the e-mail", "LOVE", true],
  ["within the subject", "KTA|A", true],
  ["at the start of the ID", "ab3D", true],
  ["within the ID", "b3def", false],
  ["nowhere", "grace", false],
  ["that matches only as a wildcard", "ada_lovelace", false],
])("a text %s", (_, text, expected) => {
  expect(contains(ada, text)).toBe(expected);
});

test("sorts by newest sign-in, without one last, and doesn't change the given list", () => {
  const given = [
    person(1),
    person(2, { authenticated_at: "2026-11-01T00:00:00Z" }),
    person(3, { authenticated_at: "once" }),
    person(4, { authenticated_at: "2026-11-03T00:00:00Z" }),
  ];
  expect(newestFirst(given).map(({ id }) => id)).toEqual(["user4", "user2", "user1", "user3"]);
  expect(given.map(({ id }) => id)).toEqual(["user1", "user2", "user3", "user4"]);
});

test("finds a text whose accent is encoded differently", () => {
  expect(contains(person(1, { email: "jose\u0301@example.com" }), "Jos\u00e9")).toBe(true);
});
