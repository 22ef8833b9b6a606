import { expect, it } from "vitest";
import type { Searched } from "../../lib/directory/answer.ts";
import { ada, zone } from "../testing/sample-users.ts";
import { nobodyText } from "./nobody-text.ts";

const said = (text: string, searched?: readonly Searched[]) => nobodyText({ text, zone, searched });
const has = (text: string) =>
  `No user in zone ${zone.name} has “${text}” in their e-mail or identity provider ID`;

it.each<[string, readonly Searched[] | undefined, string]>([
  ["race", undefined, "."],
  ["race", ["email", "subject"], "."],
  [ada.id, undefined, ", or as their user ID."],
  [ada.id.slice(1), undefined, "."],
  ["E-104242", ["email", "subject", "identifier"], ", or as their identifier."],
  ["E-104242", ["email", "subject", "id"], ", or as their user ID."],
  ["E-104242", ["subject", "id", "email", "identifier"], ", or as their user ID or identifier."],
])("for %j, searched in %j, denies no more than that", (text, searched, end) => {
  expect(said(text, searched).known).toBe(`${has(text)}${end}`);
});

it("for a name, denies that anyone has any of its words, and says that there are no names", () => {
  const words = ["farah", "ndiaye"];
  expect(nobodyText({ text: "Farah Ndiaye", zone, searched: ["email"], words })).toEqual({
    known: `No user in zone ${zone.name} has “farah” or “ndiaye” in their e-mail.`,
    next: "Keycard stores no names. Try another part of the address.",
  });
});

it("for part of an ID, says that only whole IDs are found; for a whole one, to check that it is complete", () => {
  expect(said("ab3def8").next).toContain("only found in full");
  expect(said("lovelace", ["email", "subject", "id"]).next).toContain("Try a shorter part");
  expect(said(ada.id).next).toContain("you copied all of it");
});
