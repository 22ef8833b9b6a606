import { describe, expect, it } from "vitest";
import type { Answer } from "../../lib/directory/answer.ts";
import { type User, userId } from "../../lib/keycard/index.ts";
import { queryKey } from "../../lib/query-key.ts";
import { absent, ada, bare, bob, found } from "../testing/sample-users.ts";
import { inOrder, nextSort } from "./order.ts";
import { type Mentioned, rowsOf } from "./row.ts";
import type { Walk } from "./walk.ts";

const walk = {} as Walk;
const unverified: User = { ...ada, email_verified: false };

/** Mentions in page order, with what is known of each. */
const page: [name: string, answer: Answer | undefined, count: number][] = [
  ["fine", found(ada), 2],
  ["failed", { state: "failed", failure: { why: "server" } }, 9],
  ["unknown", undefined, 1],
  ["inconclusive", { state: "inconclusive", doubt: "first-100-only", asOf: 0 }, 3],
  ["absent", absent, 1],
  ["unreported", found(bare), 5],
  ["unverified", found(unverified), 4],
  ["disabled", found(bob), 1],
  ["suspended", found({ ...bare, status: "suspended" }), 1],
  ["orphan", found({ ...ada, credentials: [{ type: "federation", provider_id: null }] }), 8],
  ["neverHere", found({ ...bob, status: "active", email_verified: true }), 2],
  ["alsoFine", found({ ...ada, authenticated_at: "2020-01-01T00:00:00Z" }), 2],
];

/** Each of these is a different person. */
const known = page.map(([value, answer, count]) => {
  const users = answer?.state === "found" ? answer.users : [];
  const [first] = users;
  return [value, first ? found({ ...first, id: userId(value) }) : answer, count] as const;
});

const mentioned: Mentioned[] = page.map(([value, , count]) => ({
  query: { kind: "subject", value },
  onPage: { count, walk },
}));
const answers = new Map(
  known.flatMap(([value, answer]) =>
    answer ? [[queryKey({ kind: "subject", value }), answer] as const] : [],
  ),
);
const rows = rowsOf(mentioned, answers);
const names = (sorted: typeof rows) => sorted.map((row) => row.mentioned.query.value);

describe("without a sort", () => {
  it("puts those who need attention first, the most serious before the others, then page order; an unknown status is third", () => {
    expect(names(inOrder(rows, undefined))).toEqual([
      "disabled",
      "unverified",
      "unreported",
      "suspended",
      "absent",
      "inconclusive",
      "failed",
      "orphan",
      "fine",
      "unknown",
      "neverHere",
      "alsoFine",
    ]);
  });

  it("keeps page order if no one has been looked up", () => {
    expect(names(inOrder(rowsOf(mentioned, new Map()), undefined))).toEqual(
      page.map(([name]) => name),
    );
  });
});

describe("sorted by a column", () => {
  it("sorts by how often, both ways; ties as without a sort", () => {
    const up = names(inOrder(rows, { column: "times", direction: "ascending" }));
    expect(up).toEqual([
      "disabled",
      "suspended",
      "absent",
      "unknown",
      "fine",
      "neverHere",
      "alsoFine",
      "inconclusive",
      "unverified",
      "unreported",
      "orphan",
      "failed",
    ]);
    const down = names(inOrder(rows, { column: "times", direction: "descending" }));
    expect(down.slice(0, 3)).toEqual(["failed", "orphan", "unreported"]);
  });

  it.each(["ascending", "descending"] as const)(
    "sorts by %s, lines without a value last",
    (direction) => {
      const sorted = inOrder(rows, { column: "signIn", direction });
      const dated = sorted.map(({ user }) => user?.authenticated_at !== undefined);
      expect(dated.slice(0, 4)).toEqual([true, true, true, true]);
      expect(dated.slice(4)).not.toContain(true);
      expect(names(sorted)[direction === "ascending" ? 0 : 3]).toBe("alsoFine");
    },
  );

  it("sorts by address, or by the mention if there is no user, in the reader's language", () => {
    const sorted = names(inOrder(rows, { column: "person", direction: "ascending" }));
    expect(sorted.slice(0, 5)).toEqual(["absent", "unverified", "orphan", "fine", "alsoFine"]);
  });

  it("never loses or duplicates a line", () => {
    for (const column of ["status", "verification", "roles"] as const)
      expect(new Set(inOrder(rows, { column, direction: "descending" }))).toEqual(new Set(rows));
  });
});

it("sorts ascending, descending, and then not at all", () => {
  const up = nextSort(undefined, "status");
  expect(up).toEqual({ column: "status", direction: "ascending" });
  const down = nextSort(up, "status");
  expect(down).toEqual({ column: "status", direction: "descending" });
  expect(nextSort(down, "status")).toBeUndefined();
  expect(nextSort(down, "roles")).toEqual({ column: "roles", direction: "ascending" });
});

it("gives those who share an address a line each, and the first keeps the mention's key", () => {
  const shared = rowsOf(
    [{ query: { kind: "email", value: "Bob@example.com" } }],
    new Map([["email:bob@example.com", found(bob, bare)]]),
  );
  expect(shared.map(({ key, user }) => [key, user?.id])).toEqual([
    ["email:bob@example.com", bob.id],
    ["email:bob@example.com 1", bare.id],
  ]);
});
