import { expect, it } from "vitest";
import type { Answer } from "../../lib/directory/answer.ts";
import { queryKey } from "../../lib/query-key.ts";
import { absent, ada, bare, bob, found, hostile, zone } from "../testing/sample-users.ts";
import type { NameOf } from "../user/thing-names.ts";
import { copiedAddresses, copiedTable } from "./copied-table.ts";
import { rowsOf } from "./row.ts";

const HEAD = [
  "Mentioned as",
  "E-mail",
  "Status",
  "Verification",
  "Roles",
  "Last sign-in (UTC)",
  "Signs in with",
  "Zone",
  "User ID",
  "Note",
];

const nameOf: NameOf = ({ kind, id }) => ({
  kind,
  id,
  name: kind === "providers" ? "Acme Identity" : "Payments API",
});

const beside = { zone, nameOf };

function copied(value: string, answer?: Answer): string[][] {
  const query = { kind: "email", value } as const;
  const answers = new Map(answer ? [[queryKey(query), answer]] : []);
  return copiedTable(rowsOf([{ query }], answers), beside);
}

it("has what is shown of a found user, by name, with the time in UTC and the zone", () => {
  const when = "2026-11-02T10:14:00+01:00";
  expect(copied("ada@x.example", found({ ...ada, authenticated_at: when }))).toEqual([
    HEAD,
    [
      "ada@x.example",
      "ada.lovelace@example.com",
      "Active",
      "Verified",
      "admin (zone), auditor (resource Payments API)",
      "2026-11-02T09:14:00Z",
      "Acme Identity",
      "Production",
      ada.id,
      "",
    ],
  ]);
});

it("has “not reported” for what the API left out, and “no roles” only if the API said so", () => {
  expect(copied("x@example.com", found(bare))[1]?.slice(2, 7)).toEqual([
    "Status not reported",
    "Not reported",
    "Roles not reported",
    "No sign-in on record",
    "Not reported",
  ]);
  expect(copied("x@example.com", found(bob))[1]?.[4]).toBe("No roles");
  expect(copied("x@example.com", found({ id: bare.id }))[1]?.[1]).toBe("Not reported");
});

it("says what is wrong with a user in the words of the card", () => {
  expect(copied("b@example.com", found({ ...bob, session_count: 1 }))[1]?.at(-1)).toBe(
    "Disabled: can’t sign in. Keycard still counts 1 session.",
  );
});

it.each<[string, Answer | undefined, string, string, string]>([
  ["absent", absent, "Not in this zone", "", ""],
  [
    "inconclusive",
    { state: "inconclusive", doubt: "first-100-only", asOf: 0 },
    "Cannot tell",
    "Not reported",
    "Cannot tell: this zone lists only its first 100 users",
  ],
  [
    "failed",
    { state: "failed", failure: { why: "server" } },
    "Lookup failed",
    "Not reported",
    "Keycard answered with an error.",
  ],
  ["not looked up", undefined, "Not looked up", "Not reported", ""],
])("says so for someone %s, and never “none”", (_, answer, state, others, note) => {
  const [, row = []] = copied("x@example.com", answer);
  expect(row[2]).toBe(state);
  for (const place of [1, 3, 4, 5, 6, 8]) expect(row[place]).toBe(others);
  expect(row[9]).toContain(note);
});

it("has a line for each user who shares an address, and says so", () => {
  const [, one, other] = copied("bob@example.com", found(bob, bare));
  expect([one?.[8], other?.[8]]).toEqual([bob.id, bare.id]);
  expect(other?.at(-1)).toContain("2 users share this address");
});

it("has one line for each person, with all names by which they are mentioned", () => {
  const email = { query: { kind: "email", value: "bob@example.com" } } as const;
  const id = { query: { kind: "id", value: bob.id } } as const;
  const answers = new Map([email, id].map(({ query }) => [queryKey(query), found(bob)]));
  const [, one, ...others] = copiedTable(rowsOf([email, id], answers), beside);
  expect(one?.slice(0, 2)).toEqual([`bob@example.com, ${bob.id}`, "bob@example.com"]);
  expect(others).toEqual([]);
});

it("copies hostile values as one line without hidden content", () => {
  const [, row = []] = copied("x@example.com", found(hostile));
  for (const cell of row) {
    expect(cell).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(cell.length).toBeLessThan(30_000);
  }
  expect(row[1]).toContain("<U+202E>");
});

it("has each address once, including those of people mentioned by ID; without a user, the mentioned one", () => {
  const queries = [
    { kind: "id", value: bob.id },
    { kind: "email", value: "nobody@example.com" },
    { kind: "email", value: "bob@example.com" },
    { kind: "id", value: ada.id },
  ] as const;
  const answers = new Map<string, Answer>([
    [queryKey(queries[0]), found(bob)],
    [queryKey(queries[1]), absent],
  ]);
  expect(
    copiedAddresses(
      rowsOf(
        queries.map((query) => ({ query })),
        answers,
      ),
    ),
  ).toEqual([["bob@example.com"], ["nobody@example.com"]]);
});
