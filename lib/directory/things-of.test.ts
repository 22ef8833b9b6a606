import { expect, test } from "vitest";
import { type User, zoneId } from "../keycard/index.ts";
import { NAMES_PER_MESSAGE } from "../limits.ts";
import { person } from "./fake-zone.ts";
import { nameInRecord, scopeThing } from "./mentioned-thing.ts";
import { thingsOf } from "./things-of.ts";

/** The zone that is queried. */
const ZONE = "zone";

const ids = (users: User[], roles = false) =>
  thingsOf(users, { zoneId: ZONE, roles }).map(({ kind, id }) => `${kind} ${id}`);

const record = person(1, {
  provider_id: "p1",
  credentials: [
    { type: "federation", provider_id: "p1" },
    { type: "federation", provider_id: "p2", provider: { id: "p2", name: "Okta" } },
    { type: "federation", provider_id: "p3", provider: { id: "p3" } },
    { type: "federation", provider_id: null },
    { type: "password" },
  ],
  groups: [{ id: "g1", name: "Staff" }, { id: "g2" }],
  role_assignments: [
    { role_id: "r1", role_identifier: "admin", scope: null, source: "group", group_id: "g1" },
    { role_id: "r1", role_identifier: "admin", scope: { type: "zone", id: "z2" }, group_id: "g2" },
    { role_identifier: "agent", scope: { type: "resource", id: "res1" }, group_id: "g3" },
    { role_identifier: "agent", scope: { type: "application", id: "app1" } },
    { role_identifier: "agent", scope: { type: "toString", id: "x" } },
    { role_identifier: "agent" },
  ],
});

test("returns what records refer to without a name, each once", () => {
  expect(ids([record, record, person(2)])).toEqual([
    "providers p1",
    "providers p3",
    "groups g2",
    "groups g3",
    "zones z2",
    "resources res1",
    "applications app1",
  ]);
  expect(ids([record], true).slice(-1)).toEqual(["roles r1"]);
  expect(ids([person(1)])).toEqual([]);
});

test("returns at most as many as fit into one message", () => {
  const held = Array.from({ length: 200 }, (_, n) => ({
    role_identifier: "agent",
    scope: { type: "resource", id: `res${n}` },
  }));
  const many = person(1, { provider_id: "p1", role_assignments: held });
  expect(ids([many])).toHaveLength(NAMES_PER_MESSAGE);
  expect(ids([many])[0]).toBe("providers p1");
});

test("returns the name that a record itself contains", () => {
  expect(nameInRecord(record, { kind: "groups", id: "g1" })).toBe("Staff");
  expect(nameInRecord(record, { kind: "groups", id: "p2" })).toBeUndefined();
  expect(nameInRecord(record, { kind: "providers", id: "p2" })).toBe("Okta");
  expect(nameInRecord(record, { kind: "providers", id: "p1" })).toBeUndefined();
  for (const id of ["g1", "p2"])
    expect(nameInRecord(record, { kind: "resources", id })).toBeUndefined();
  expect(nameInRecord(person(1), { kind: "groups", id: "g1" })).toBeUndefined();
});

test("returns what a role applies to, if it has a name", () => {
  expect(scopeThing({ type: "zone", id: "z1" })).toEqual({ kind: "zones", id: "z1" });
  expect(scopeThing({ type: "constructor", id: "z1" })).toBeUndefined();
});

test("returns another zone of a record first", () => {
  const elsewhere = person(3, { zone_id: zoneId("z9"), provider_id: "p1" });
  expect(ids([elsewhere, person(4, { zone_id: zoneId(ZONE) })])).toEqual([
    "zones z9",
    "providers p1",
  ]);
});
