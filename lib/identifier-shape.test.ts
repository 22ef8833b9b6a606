import { expect, test } from "vitest";
import { identifierShape } from "./identifier-shape.ts";

test.each([
  ["E-1042", "E-1042", "identifier: E-{digit:4}"],
  ["  EMP00123  ", "EMP00123", "identifier: EMP{digit:5}"],
  ["Ada Lovelace;k.00042;Support", "k.00042", "identifier: k.{digit:5}"],
  ['"P_123456","Grace"', "P_123456", "identifier: P_{digit:6}"],
])("in %j, finds %j", (line, example, template) => {
  expect(identifierShape(line)).toEqual({ example, template });
});

test.each([
  ["words alone", "Name;Address"],
  ["a number alone, which can be anything", "20261130"],
  ["one so short that its pattern would match words", "E-104"],
  ["one that continues after the digits", "E-1042-b"],
  ["part of something longer", "https://example.com/E-1042"],
  ["too many letters", "abcdefghi1042"],
  ["nothing", ""],
])("finds nothing: %s", (_, line) => {
  expect(identifierShape(line)).toBeUndefined();
});
