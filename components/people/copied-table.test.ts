import { expect, it } from "vitest";
import type { Answer } from "../../lib/directory/answer.ts";
import { queryKey } from "../../lib/query-key.ts";
import { absent, ada, bare, bob, found, hostile } from "../testing/sample-users.ts";
import { copiedTable } from "./copied-table.ts";
import { type Mentioned, rowsOf } from "./row.ts";
import type { Walk } from "./walk.ts";

const HEAD = [
  "Mention",
  "E-mail",
  "User ID",
  "Status",
  "Verification",
  "Roles",
  "Last sign-in (UTC)",
];

function copied(value: string, answer?: Answer, onPage?: Mentioned["onPage"]): string[][] {
  const query = { kind: "email", value } as const;
  const answers = new Map(answer ? [[queryKey(query), answer]] : []);
  return copiedTable(rowsOf([{ query, ...(onPage && { onPage }) }], answers));
}

it("says of somebody found what is shown, with the moment in UTC", () => {
  const when = "2026-11-02T10:14:00+01:00";
  expect(
    copied("ada@x.example", found({ ...ada, authenticated_at: when }), {
      count: 3,
      walk: {} as Walk,
    }),
  ).toEqual([
    [...HEAD, "Times", "Note"],
    [
      "ada@x.example",
      "ada.lovelace@example.com",
      ada.id,
      "Active",
      "E-mail verified",
      "admin (zone), auditor (resource r1a2b3c4)",
      "2026-11-02T09:14:00Z",
      "3",
      "",
    ],
  ]);
});

it("says “not reported” of what the API left out, and “no roles” only where it said so", () => {
  expect(copied("x@example.com", found(bare))[1]?.slice(3, 7)).toEqual([
    "Status not reported",
    "Verification not reported",
    "Roles not reported",
    "Never, or not reported",
  ]);
  expect(copied("x@example.com", found(bob))[1]?.[5]).toBe("No roles");
  expect(copied("x@example.com", found({ id: bare.id }))[1]?.[1]).toBe("Not reported");
});

it.each<[string, Answer | undefined, string, string, string]>([
  ["absent", absent, "Not in this zone", "", ""],
  [
    "inconclusive",
    { state: "inconclusive", doubt: "first-100-only", asOf: 0 },
    "Cannot tell",
    "Not reported",
    "Cannot tell: this zone’s list shows only its first 100 users",
  ],
  [
    "failed",
    { state: "failed", failure: { why: "server" } },
    "Look-up failed",
    "Not reported",
    "Keycard answered with an error.",
  ],
  ["not looked up", undefined, "Not looked up", "Not reported", ""],
])("says so of somebody %s, and never “none”", (_, answer, state, others, note) => {
  const [, row = []] = copied("x@example.com", answer);
  expect(row[3]).toBe(state);
  for (const place of [1, 2, 4, 5, 6]) expect(row[place]).toBe(others);
  expect(row[7]).toContain(note);
});

it("has a line for each who shares an address, and says so", () => {
  const [, one, other] = copied("bob@example.com", found(bob, bare));
  expect([one?.[2], other?.[2]]).toEqual([bob.id, bare.id]);
  expect(other?.at(-1)).toBe("2 users share this address");
});

it("has one line for each person, with all names by which they are mentioned", () => {
  const email = { query: { kind: "email", value: "bob@example.com" } } as const;
  const id = { query: { kind: "id", value: bob.id } } as const;
  const answers = new Map([email, id].map(({ query }) => [queryKey(query), found(bob)]));
  const [, one, ...others] = copiedTable(rowsOf([email, id], answers));
  expect(one?.slice(0, 3)).toEqual([`bob@example.com, ${bob.id}`, "bob@example.com", bob.id]);
  expect(others).toEqual([]);
});

it("copies hostile values as one line that is what it looks like", () => {
  const [, row = []] = copied("x@example.com", found(hostile));
  for (const cell of row) {
    expect(cell).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(cell.length).toBeLessThan(30_000);
  }
  expect(row[1]).toContain("<U+202E>");
});
