// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest";
import { WORDS } from "../look/brought-words.ts";
import { mailboxAt } from "./mailbox.ts";

beforeAll(() => {
  globalThis.keycardLookupWords = WORDS;
});

/** The person that a text names at "|", and which words of it are that person's name. */
function at(marked: string): string | undefined {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const mailbox = mailboxAt({ text, offset, segments: [] });
  return mailbox && `${text.slice(mailbox.start, mailbox.end)} = ${mailbox.query.value}`;
}

test.each([
  ["Ada Love|lace <ada@example.com>", "Ada Lovelace = ada@example.com"],
  ["Please ask Ada Love|lace <ada@example.com> soon", "Ada Lovelace = ada@example.com"],
  ['"Lovelace, |Ada" <ada@example.com>', '"Lovelace, Ada" = ada@example.com'],
  ["help|desk team <help@example.com>", "helpdesk team = help@example.com"],
  ["From: Ada van |der Berg <ada@example.com> wrote", "Ada van der Berg = ada@example.com"],
  ["A <a@example.com>, Gra|ce Hopper <grace@example.com>", "Grace Hopper = grace@example.com"],
  ["Support | Ada Love|lace <ada@example.com>".replace("|", "•"), "Ada Lovelace = ada@example.com"],
  ["Ada Love|lace at Acme <ada@example.com>", "Ada Lovelace = ada@example.com"],
  ["Grace Hopper and Ada| Lovelace <x1@example.com>", "Ada Lovelace = x1@example.com"],
  ["Ask Ada| Lovelace (ada@example.com) first", "Ask Ada Lovelace = ada@example.com"],
])("%s", (marked, expected) => {
  expect(at(marked)).toBe(expected);
});

test.each([
  "Ple|ase write to Ada Lovelace <ada@example.com> soon",
  "Ada Lovelace <ada@example.com> and Gra|ce",
  "The Off|ice in London (ada@example.com)",
  "Ada| wrote to <ada@example.com> and left",
  "Ada Love|lace, grace@example.com",
  "Grace Hop|per and Ada Lovelace <ada@example.com>",
  "Grace Hop|per wrote to Ada Lovelace <ada@example.com>",
  "Grace Hop|per via Ada Lovelace <ada@example.com>",
  "Grace Hop|per and Ada Lovelace <x1@example.com>",
  "Grace Hop|per • Ada Lovelace <ada@example.com>",
  "Grace Hop|per / Ada Lovelace <ada@example.com>",
  "Grace Hop|per → Ada Lovelace <ada@example.com>",
  "Grace Hop|per & Ada Lovelace <ada@example.com>",
  "Grace Hop|per - Ada Lovelace <ada@example.com>",
  "Ada Lovelace at Ac|me <ada@example.com>",
  "Ada| <ada@example.com",
])("no one: %s", (marked) => {
  expect(at(marked)).toBeUndefined();
});
