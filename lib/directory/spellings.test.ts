import { expect, test } from "vitest";
import { SEARCH_MAX_CHARS } from "../limits.ts";
import {
  asParts,
  domainSpellings,
  emailSpellings,
  isSentWith,
  subjectSpellings,
  textSpellings,
} from "./spellings.ts";

test.each([
  ["ada@example.com", ["ada@example.com"]],
  ["Ada@Example.com", ["Ada@Example.com", "ada@example.com"]],
  ["jos\u00e9@example.com", ["jos\u00e9@example.com", "jose\u0301@example.com"]],
  ["info@b\u00fccher.example", ["info@b\u00fccher.example", "info@xn--bcher-kva.example"]],
  ["info@xn--bcher-kva.example", ["info@xn--bcher-kva.example", "info@b\u00fccher.example"]],
])("%s is sent as %j", (address, expected) => {
  expect(emailSpellings(address)).toEqual(expected);
});

test("a subject is sent as written, and its long hex numbers in lower and upper case", () => {
  expect(subjectSpellings("okta|Abc")).toEqual(["okta|Abc"]);
  expect(subjectSpellings("auth0|5F7C8EC7C33C6C004BBAFE82")).toEqual([
    "auth0|5F7C8EC7C33C6C004BBAFE82",
    "auth0|5f7c8ec7c33c6c004bbafe82",
  ]);
  expect(subjectSpellings("auth0|5f7c8ec7c33c6c004bbafe82")).toEqual([
    "auth0|5f7c8ec7c33c6c004bbafe82",
    "auth0|5F7C8EC7C33C6C004BBAFE82",
  ]);
});

test.each([
  ["email", "ada@example.com", "Ada@example.com", true],
  ["email", "Ada@example.com", "ada@example.com", false],
  ["subject", "okta|5f7c8ec7c33c6c004bbafe82", "okta|5F7C8EC7C33C6C004BBAFE82", true],
  ["subject", "okta|abc", "okta|Abc", false],
  ["identifier", "E-1042", "E-1042", true],
  ["identifier", "e-1042", "E-1042", false],
  ["id", "5f7c8ec7c33c6c004bbafe82", "5F7C8EC7C33C6C004BBAFE82", false],
] as const)(
  "an absence of the %s %s after a request for %s is known: %s",
  (kind, value, before, isKnown) => {
    expect(isSentWith({ kind, value }, before)).toBe(isKnown);
  },
);

test("a text is sent in lower case too, with accents in both forms", () => {
  expect(textSpellings("Jos\u00e9")).toEqual(["Jos\u00e9", "jos\u00e9", "jose\u0301"]);
});

test("a backslash is sent doubled as well; other wildcards only return more", () => {
  expect(asParts(["CORP\\ada", "a_b%"])).toEqual(["CORP\\ada", "CORP\\\\ada", "a_b%"]);
});

test("only a spelling that has become too long is left out", () => {
  const longest = "\u00e9".repeat(SEARCH_MAX_CHARS);
  expect(textSpellings(longest)).toEqual([longest]);
});

test.each([
  ["ada", []],
  ["@example.com", []],
  ["info@", []],
  ["@b\u00fccher.ex", ["@xn--bcher-kva.ex"]],
  ["Fo@xn--bcher-kva", ["fo@b\u00fccher"]],
  ["jos\u00e9 b\u00fccher", []],
])("%s, as part of an address, is also written as %j", (text, expected) => {
  expect(domainSpellings(text)).toEqual(expected);
});
