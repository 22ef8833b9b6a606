import { expect, test } from "vitest";
import { asciiDomain, emailKey, personKey, subjectKey, withHexRuns } from "./person-key.ts";

test.each([
  ["case", "Ada@Example.com", "ada@EXAMPLE.com"],
  ["an accent as a separate character", "jose\u0301@example.com", "jos\u00e9@example.com"],
  ["the same in upper case", "JOSE\u0301@example.com", "jos\u00e9@example.com"],
  ["a domain in Punycode", "info@xn--bcher-kva.example", "info@b\u00fccher.example"],
  [
    "that domain in upper case and decomposed",
    "info@BU\u0308CHER.example",
    "info@xn--bcher-kva.example",
  ],
  ["a domain in full-width letters", "info@\uff45xample.com", "info@example.com"],
])("an address is the same with %s", (_, a, b) => {
  expect(emailKey(a)).toBe(emailKey(b));
});

test.each([
  ["only one has an accent", "jose@example.com", "jos\u00e9@example.com"],
  ["only one has a dot", "a.da@example.com", "ada@example.com"],
  ["only one has a tag", "ada+x@example.com", "ada@example.com"],
  ["one has a character that is a wildcard in a pattern", "a_a@example.com", "aba@example.com"],
  ["one has full-width letters in the local part", "\uff41da@example.com", "ada@example.com"],
  ["numbers look like one address to the URL parser", "a@127.1", "a@127.0.0.1"],
  ["one has no domain", "ada@", "ada@example.com"],
])("two addresses are different if %s", (_, a, b) => {
  expect(emailKey(a)).not.toBe(emailKey(b));
});

test.each([
  ["Example.COM", "example.com"],
  ["stra\u00dfe.example", "xn--strae-oqa.example"],
  ["xn--bcher-kva.example", "xn--bcher-kva.example"],
  // What the URL parser would refuse, or interpret as more than a host, isn't changed.
  ["b\u00fccher.example/x", "b\u00fccher.example/x"],
  ["b\u00fccher.example:80", "b\u00fccher.example:80"],
  ["xn--a", "xn--a"],
  ["\ud800\u00fc.example", "\ud800\u00fc.example"],
  ["", ""],
])("the domain %j as ASCII: %j", (domain, expected) => {
  expect(asciiDomain(domain)).toBe(expected);
});

test.each([
  ["6BA7B810-9DAD-41D1-80B4-00C04FD430C8", "6ba7b810-9dad-41d1-80b4-00c04fd430c8"],
  ["auth0|5F7C8EC7C33C6C004BBAFE82", "auth0|5f7c8ec7c33c6c004bbafe82"],
  ["ABCDEF0123456789", "abcdef0123456789"],
])("a long hex number is the same in upper case: %s", (capitals, small) => {
  expect(subjectKey(capitals)).toBe(small);
  expect(withHexRuns(small, (run) => run.toUpperCase()).endsWith(capitals.slice(6))).toBe(true);
});

test.each([
  ["a number so short that it may be in a word", "ABCDEF012345678"],
  ["part of a longer word", "xABCDEF0123456789"],
  ["part of another", "ABCDEF0123456789x"],
  ["something that isn't a hex number", "ABCDEFGH0123456789"],
  ["the text before it", "OKTA|x"],
])("case matters in %s", (_, subject) => {
  expect(subjectKey(subject)).toBe(subject);
});

test("two queries for the same person have the same kind and key", () => {
  const guid = "6BA7B810-9DAD-41D1-80B4-00C04FD430C8";
  expect(personKey({ kind: "subject", value: guid })).toBe(`subject:${guid.toLowerCase()}`);
  expect(personKey({ kind: "email", value: "Ada@Example.com" })).toBe("email:ada@example.com");
  expect(personKey({ kind: "identifier", value: "E-1" })).toBe("identifier:E-1");
});
