import { expect, test } from "vitest";
import { findMentions, parseSubjectPattern } from "./mentions/index.ts";
import { personInLink } from "./person-in-link.ts";

const ID = "2bu4uw0xqz6siuq7rl295qjvdz";
const parsed = parseSubjectPattern("auth0|{hex:24}");
const patterns = "codes" in parsed ? [parsed] : [];

test.each([
  ["mailto:ada@example.com", "to"],
  ["sip:ada@example.com;transport=tls", "to"],
  ["SIPS:ada%40example.com", "to"],
  ["im:ada@example.com", "to"],
  ["xmpp:ada@example.com?message;body=hi", "to"],
  ["msteams:/l/chat/0/0?users=ada@example.com&message=Hi", "to"],
  ["https://teams.example/l/chat/0/0?users=ada%40example.com", "past"],
  ["/contacts?email=ada%40example.com", "past"],
  ["?email=ada@example.com&tab=2#top", "past"],
  ["https://gate.example/?url=mailto%3Aada%2540example.com&c=E", "past"],
  ["#/people/ada@example.com/tickets", "past"],
  [`/users/${ID}?email=ada@example.com`, "past"],
])("%s leads %s the person", (url, leads) => {
  expect(personInLink(url, [], findMentions)).toEqual({
    query: { kind: "email", value: "ada@example.com" },
    leads,
  });
});

test("finds an ID or a subject in a path", () => {
  expect(personInLink(`https://x.example/users/${ID}/edit`, [], findMentions)).toEqual({
    query: { kind: "id", value: ID },
    leads: "past",
  });
  const subject = "auth0|5f7c8ec7c33c6c004bbafe82";
  expect(
    personInLink(`/users/${encodeURIComponent(subject)}`, patterns, findMentions)?.query,
  ).toEqual({
    kind: "subject",
    value: subject,
  });
});

test.each([
  "/merge?from=ada@example.com&to=grace@example.com",
  "msteams:/l/chat/0/0?users=ada@example.com,grace@example.com",
  "sip:+15551234567@example.com",
  "sip:+4930123456@pbx.example.com",
  "https://ada@example.com/",
  " https://ada@example.com/",
  "\n//ada@example.com/x",
  "javascript:write('ada@example.com')",
  "data:text/plain,ada@example.com",
  "/tickets/7",
  "",
  `/?x=${"a".repeat(5_000)}&email=ada@example.com`,
])("finds no one in %s", (url) => {
  expect(personInLink(url, [], findMentions)).toBeUndefined();
});
