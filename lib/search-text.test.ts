import { expect, it } from "vitest";
import { searchTextOf } from "./search-text.ts";

it.each([
  ["email", "nobody@example.com", "nobody"],
  ["email", "ada+support@example.com", "ada"],
  ["email", "+x@example.com", "+x"],
  ["email", '"a@b"@example.com', '"a@b"'],
  ["email", "@example.com", "@example.com"],
  ["subject", "auth0|a@b", "auth0|a@b"],
  ["id", "n0b0dyhasth1s1d7k2m9q4x1v8", "n0b0dyhasth1s1d7k2m9q4x1v8"],
] as const)("for the %s %s, searches for %s", (kind, value, text) =>
  expect(searchTextOf({ kind, value })).toBe(text),
);
