import { describe, expect, test } from "vitest";
import {
  isAboutSomeoneElse,
  isNameLike,
  isNameOf,
  isNamesake,
  isOneWordOf,
  isSameName,
  isSentence,
  mayBeName,
  partsOf,
  refersTo,
} from "./agreement.ts";

describe("a text refers to the owner of an address", () => {
  test.each([
    ["Ada Lovelace", "ada@example.com"],
    ["Tickets of ADA", "ada.lovelace@example.com"],
    ["J. Lovelace", "jlovelace@example.com"],
    ["Lovelace, Ada", "adalovelace@example.com"],
    ["José Núñez", "jose.nunez@example.com"],
    ["Bo", "bo@example.com"],
    ["Ada", "ada2026@example.com"],
  ])("%s: %s", (text, address) => {
    expect(refersTo(text, address)).toBe(true);
  });

  test.each([
    ["Summary", "ada@example.com"],
    ["Example", "ada@example.com"],
    ["Al", "al.smith@example.com"],
    ["Adam", "ada@example.com"],
    ["Ada", "adam@example.com"],
    ["Grace Hopper", "ada.lovelace@example.com"],
    ["", "ada@example.com"],
  ])("not %s: %s", (text, address) => {
    expect(refersTo(text, address)).toBe(false);
  });
});

describe("a name next to an address", () => {
  test.each([
    ["Grace Hopper", "gh@example.com"],
    ["Robert Noyce", "rob.noyce@example.com"],
    ["JB", "jean.bartik@example.com"],
  ])("%s can belong to %s", (name, address) => {
    expect(isNameOf(name, address)).toBe(true);
  });

  test.each([
    ["Grace Hopper", "ada@example.com"],
    ["JB", "grace.hopper@example.com"],
    ["Admin", "ruth.teitelbaum@example.com"],
    ["Assigned To", "ada@example.com"],
  ])("%s doesn't belong to %s", (name, address) => {
    expect(isNameOf(name, address)).toBe(false);
  });

  test("is someone else's with the same first name", () => {
    expect(isNamesake("Ada Byron", "ada.lovelace@example.com")).toBe(true);
    expect(isNamesake("Ada Lovelace", "ada.lovelace@example.com")).toBe(false);
    expect(isNamesake("Ada King Lovelace", "ada.lovelace@example.com")).toBe(false);
    expect(isNamesake("Ada Byron", "ada@example.com")).toBe(false);
    expect(isNamesake("AL", "ada.lovelace@example.com")).toBe(false);
  });

  test("is the same as another one that adds nothing", () => {
    expect(isSameName("Ada Lovelace", "@ada")).toBe(true);
    expect(isSameName("Lovelace, Ada", "Ada Lovelace")).toBe(true);
    expect(isSameName("Ada Lovelace", "AL")).toBe(true);
    expect(isSameName("Ada Lovelace", "Ada Byron")).toBe(false);
  });
});

test.each([
  ["Grace Hopper, Ada Lovelace", ["Grace Hopper", " Ada Lovelace"]],
  ["Lovelace, Ada", ["Lovelace, Ada"]],
  ["García Márquez, Gabriel", ["García Márquez, Gabriel"]],
  ["Ada Lovelace · Admin", ["Ada Lovelace ", " Admin"]],
  ["Jean-Paul Sartre", ["Jean-Paul Sartre"]],
  ["Grace Hopper - Ada Lovelace", ["Grace Hopper", "Ada Lovelace"]],
  ["Grace Hopper | Ada/Alan", ["Grace Hopper ", " Ada", "Alan"]],
])("%s is split into %j", (line, parts) => {
  expect(partsOf(line).map(({ start, end }) => line.slice(start, end))).toEqual(parts);
});

test("an address is in a sentence if there is more than a label or a name next to it", () => {
  const of = (line: string) => isSentence(line, "ada@example.com");
  expect(of("ada@example.com")).toBe(false);
  expect(of("Ada Lovelace ada@example.com")).toBe(false);
  expect(of("Primary e-mail address: ada@example.com")).toBe(false);
  expect(of("Analyst · ada@example.com · Berlin")).toBe(false);
  expect(of("Please ask ada@example.com about it")).toBe(true);
  expect(of("I have asked ada@example.com")).toBe(true);
});

test.each(["Ada Lovelace", "Hopper, Grace", "J. Lovelace", "María de la Cruz", "山田太郎", "ada"])(
  "%s can be a name",
  (text) => {
    expect(mayBeName(text)).toBe(true);
    expect(isNameLike(text, "ada@example.com")).toBe(true);
  },
);

test.each([
  "Then Ada asked us to close the ticket.",
  "Requester:",
  "see ticket",
  "Ticket 4711",
  "7",
  "Ada wrote this",
])("%s can't be a name", (text) => {
  expect(isNameLike(text, "ada@example.com")).toBe(false);
});

test("an address is one word of a name", () => {
  expect(isOneWordOf("Grace Hopper", "grace@example.com")).toBe(true);
  expect(isOneWordOf("Grace Hopper", "ghopper@example.com")).toBe(false);
  expect(isOneWordOf("Grace Hopper", "grace.hopper@example.com")).toBe(false);
});

describe("a label that says more than an address", () => {
  const isAboutOther = (label: string, ...lines: string[]) => {
    const value = "grace@example.com";
    const start = label.indexOf(value);
    return isAboutSomeoneElse(label, { value, start, end: start + value.length }, () => lines);
  };

  test.each([
    ["Edited by grace@example.com", "Ada Lovelace"],
    ["Reporter grace@example.com, assignee Ada", "Ada"],
    ["Grace Hopper <grace@example.com>", "Ada Lovelace"],
    ["Edited by grace@example.com", "AL", "Ada Lovelace"],
  ])("%s: about someone other than %s", (label, ...lines) => {
    expect(isAboutOther(label, ...lines)).toBe(true);
  });

  test.each([
    ["grace@example.com", "Ada Lovelace"],
    ["Edited by grace@example.com", "Grace Hopper"],
    ["Ada Lovelace (grace@example.com)", "Ada Lovelace"],
    ["Lovelace, Ada (grace@example.com)", "Ada Lovelace"],
    ["Ada <grace@example.com>", "AL", "Ada Lovelace"],
    ["Watched by grace@example.com", "1 watcher"],
    ["Edited by grace@example.com", "AL"],
    ["Edited by grace@example.com", "山田太郎"],
    ["Edited by grace@example.com"],
  ])("%s: not about someone other than %s", (label, ...lines) => {
    expect(isAboutOther(label, ...lines)).toBe(false);
  });
});
