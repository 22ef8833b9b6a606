import { expect, test } from "vitest";
import { menuTarget } from "./menu-target.ts";

const id = "ab3def8hij2klm9opq5rst7uvw";
const email = (value: string) => ({ kind: "query", query: { kind: "email", value } });

test.each([
  [
    "an address in the selection",
    { selectionText: "write to ada@example.com, please" },
    email("ada@example.com"),
  ],
  [
    "a truncated address",
    { selectionText: "ada@example.co…" },
    { kind: "query", query: { kind: "email", value: "ada@example.co", cut: true } },
  ],
  ["a user ID", { selectionText: ` ${id} ` }, { kind: "query", query: { kind: "id", value: id } }],
  [
    "a mailto link",
    { linkUrl: "mailto:grace%40example.com?subject=Hi" },
    email("grace@example.com"),
  ],
  [
    "the selection before the link",
    { selectionText: "ada@example.com", linkUrl: "mailto:grace@example.com" },
    email("ada@example.com"),
  ],
  [
    "a link with a user ID in its path",
    { linkUrl: `https://tickets.example.com/users/${id}` },
    { kind: "query", query: { kind: "id", value: id } },
  ],
  [
    "a link with an address in its query, encoded",
    { linkUrl: "https://tickets.example.com/contacts?email=ada%40example.com" },
    email("ada@example.com"),
  ],
  [
    "a mail gateway's link",
    { linkUrl: "https://gate.example.com/?url=mailto%3Aada%2540example.com&c=E" },
    email("ada@example.com"),
  ],
  [
    "a link with two people",
    { linkUrl: "https://tickets.example.com/merge?a=ada@example.com&b=grace@example.com" },
    undefined,
  ],
  ["a name", { selectionText: " Ada Lovelace " }, { kind: "search", text: "Ada Lovelace" }],
  [
    "a very long selection",
    { selectionText: "x ".repeat(9_000) },
    { kind: "search", text: "x ".repeat(160) },
  ],
  ["a field", {}, undefined],
])("%s", (_, click, expected) => {
  expect(menuTarget(click)).toEqual(expected);
});
