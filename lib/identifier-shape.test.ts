import { expect, test } from "vitest";
import { identifierShape } from "./identifier-shape.ts";

test.each([
  ["E-1042", "E-1042", "identifier: E-{digit:4}"],
  ["  EMP00123  ", "EMP00123", "identifier: EMP{digit:5}"],
  ["Ada Lovelace;k.00042;Support", "k.00042", "identifier: k.{digit:5}"],
  ['"P_123456","Grace"', "P_123456", "identifier: P_{digit:6}"],
])("%s holds %s", (line, example, template) => {
  expect(identifierShape(line)).toEqual({ example, template });
});

test.each([
  ["words alone", "Name;Address"],
  ["a number alone, which is anything", "20261130"],
  ["so short that its pattern would fit words", "E-104"],
  ["what goes on behind the digits", "E-1042-b"],
  ["what is a part of something longer", "https://example.com/E-1042"],
  ["many letters", "abcdefghi1042"],
  ["nothing", ""],
])("%s: nothing", (_, line) => {
  expect(identifierShape(line)).toBeUndefined();
});
