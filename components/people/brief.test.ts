import { expect, it } from "vitest";
import type { Answer } from "../../lib/directory/answer.ts";
import { type User, userId, zoneId } from "../../lib/keycard/index.ts";
import { queryKey } from "../../lib/query-key.ts";
import { absent, ada, bob, found, staging, zone } from "../testing/sample-users.ts";
import type { NameOf } from "../user/thing-names.ts";
import { briefOf } from "./brief.ts";
import { rowsOf } from "./row.ts";
import { createWalk } from "./walk.ts";

const query = { kind: "email", value: "ada@x.example" } as const;

const nameOf: NameOf = (thing) => ({ ...thing, name: "Acme Identity" });

function rows(answer: Answer, count?: number) {
  const mention = { query, count: count ?? 0, frames: [{ frameId: 0, count: count ?? 0 }] };
  const walk = createWalk(mention, async () => true);
  return rowsOf(
    [{ query, ...(count !== undefined && { onPage: { count, walk } }) }],
    new Map([[queryKey(query), answer]]),
  );
}

const briefs = (answer: Answer, count?: number) =>
  rows(answer, count).map((row) => briefOf(row, { zone, nameOf }));

it("for someone with nothing wrong, says when they last signed in and their roles", () => {
  expect(briefs(found(ada))).toEqual(["3 days ago · admin, auditor"]);
});

it("begins with what is wrong", () => {
  expect(briefs(found({ ...ada, status: "disabled", session_count: 1 }), 4)).toEqual([
    "Disabled: can’t sign in. Keycard still counts 1 session. · 3 days ago · admin, auditor · 4 times",
  ]);
});

it("says only at the end that a directory owns the status: in such a zone it is true of everyone", () => {
  expect(briefs(found({ ...ada, external: true }))).toEqual([
    "3 days ago · admin, auditor · Managed by your directory: change it there.",
  ]);
});

it("names two roles, and counts the rest", () => {
  const roles: User["role_assignments"] = ["a", "b", "c", "b", "d"].map((role_identifier) => ({
    role_identifier,
    scope: null,
  }));
  expect(briefs(found({ ...ada, role_assignments: roles }))).toEqual(["3 days ago · a, b, +2"]);
});

it("distinguishes users who share an address: by what differs, and as much of the ID as needed, before what they can have in common", () => {
  const double = { ...bob, email: ada.email, id: userId("zz4defahij2klm9opq5rst7uvw") };
  expect(briefs(found(ada, double))).toEqual([
    "Acme Identity · …8hij2klm9opq5rst7uvw · last sign-in 3 days ago · admin, auditor · 2 users share this address",
    "Provider not reported · …ahij2klm9opq5rst7uvw · No roles · Disabled: can’t sign in. No sign-in on record. · 2 users share this address",
  ]);
  expect(briefs(found(ada, { ...ada, id: double.id, role_assignments: [] }))[1]).toMatch(
    /^No direct roles · …ahij2klm9opq5rst7uvw · Acme Identity · last sign-in/,
  );
});

it("without a user, says what the mention is, how often it appears, and where Show on page led", async () => {
  expect(briefs(absent, 3)).toEqual(["E-mail address · 3 times"]);
  const [row] = rows(absent, 3);
  await row?.mentioned.onPage?.walk.showNext();
  expect(row && briefOf(row, { zone, nameOf })).toBe("1 of 3 · E-mail address · 3 times");
});

it("names another zone by name, or else by ID, before anything else that is wrong", () => {
  const elsewhere = { ...ada, zone_id: zoneId(staging.id), status: "disabled" };
  const [row] = rows(found(elsewhere));
  const off = "Disabled: can’t sign in.";
  const named = row && briefOf(row, { zone, nameOf: (thing) => ({ ...thing, name: "Staging" }) });
  expect(named).toContain(`In another zone: Staging · ${off}`);
  expect(row && briefOf(row, { zone, nameOf: () => undefined })).toContain(
    `In another zone: ${staging.id} · ${off}`,
  );
});
